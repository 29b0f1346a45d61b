"""Names of a package that are imported when they are first used (PEP 562)."""

from __future__ import annotations

TYPE_CHECKING = False  # not from typing: that import would cost more than the rest of ``import gujtext``

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazy_names(
    package: str, homes: Mapping[str, str], namespace: dict[str, Any]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return ``__getattr__`` and ``__dir__`` for a package.

    Arguments:
        package: the package's ``__name__``.
        homes: public name -> the module of the package that it lives in.
        namespace: the package's ``globals()``; a name is kept there once it was used.

    Example:
        >>> __getattr__, __dir__ = lazy_names("gujtext", {"Token": "types"}, {})
        >>> __getattr__("Token"), __dir__()
        (<class 'gujtext.types.Token'>, ['Token'])
    """

    def attribute(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{package}.{home}"), name)
        namespace[name] = value
        return value

    return attribute, lambda: sorted({*namespace, *homes})
