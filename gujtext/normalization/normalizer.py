"""The public face of normalization: three functions and a reusable object."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from gujtext.normalization.edits import apply, as_changes
from gujtext.normalization.engine import engine
from gujtext.normalization.rules import selected
from gujtext.types import Normalized, require_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gujtext.normalization.huggingface import Expressed


class Normalizer:
    """A profile with rules added and taken away, ready to be used again and again; it can be pickled.

    Arguments:
        profile: nfc, visual, standard, repair or search.
        enable: ids or aliases of rules to apply besides.
        disable: ids or aliases of rules to leave out.

    Raises:
        GujtextError: an unknown profile or rule; the message lists the known ones.

    Example:
        >>> normalizer = Normalizer(enable=["P03"])
        >>> normalizer.normalize("અેક દુ:ખ")
        'એક દુઃખ'
        >>> normalizer
        Normalizer(profile='standard', enable=('P03',), disable=())
    """

    def __init__(self, profile: str = "standard", *, enable: Iterable[str] = (), disable: Iterable[str] = ()) -> None:
        self.profile = profile
        self.enable = (enable,) if isinstance(enable, str) else tuple(enable)
        self.disable = (disable,) if isinstance(disable, str) else tuple(disable)
        self.rules = selected(profile, self.enable, self.disable)
        self._engine = engine(self.rules)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self.profile, self.enable, self.disable)

    def __repr__(self) -> str:
        return f"Normalizer(profile={self.profile!r}, enable={self.enable!r}, disable={self.disable!r})"

    def normalize(self, text: str) -> str:
        """Return the text by this object's rules; see `normalize`."""
        if not isinstance(text, str):
            require_text(text)
        return self._engine.normalize(text)

    @property
    def looked_for(self) -> str | None:
        """The characters that these rules look for one by one, if pairs of marks are all that they look for besides."""
        return self._engine.looked_for

    def explain(self, text: str) -> Normalized:
        """Return the normalized text with every change; see `explain`."""
        require_text(text)
        edits = self._engine.edits(text)
        if not edits:
            return Normalized(text, ())
        return Normalized(apply(text, edits), as_changes(text, edits))

    def is_normalized(self, text: str) -> bool:
        """Tell whether `normalize` would leave the text as it is."""
        return self.normalize(text) == text

    def to_huggingface(self) -> Expressed:
        """Return a serialisable normalizer for Hugging Face ``tokenizers``, as far as there can be one.

        It applies its steps once, everywhere and in one order: it looks at no context, spares no URL, and leaves
        text that takes several rules at one place to gujtext itself.

        Returns:
            ``normalizer`` (a ``Sequence`` of ``NFC`` and ``Replace``), ``expressed`` and ``left_out`` (rule ids).

        Raises:
            ImportError: the package ``tokenizers`` is not installed.
        """
        from gujtext.normalization.huggingface import to_huggingface

        return to_huggingface(self.rules)


def _restore(profile: str, enable: tuple[str, ...], disable: tuple[str, ...]) -> Normalizer:
    return Normalizer(profile, enable=enable, disable=disable)


@cache
def _of_profile(profile: str) -> Normalizer:
    return Normalizer(profile)


@lru_cache(maxsize=256)
def _normalizer(profile: str, enable: tuple[str, ...], disable: tuple[str, ...]) -> Normalizer:
    return Normalizer(profile, enable=enable, disable=disable)


def _reused(profile: str, enable: Iterable[str], disable: Iterable[str]) -> Normalizer:
    return _normalizer(
        profile,
        (enable,) if isinstance(enable, str) else tuple(enable),
        (disable,) if isinstance(disable, str) else tuple(disable),
    )


def normalize(text: str, profile: str = "standard", *, enable: Iterable[str] = (), disable: Iterable[str] = ()) -> str:
    """Bring Gujarati text into one encoding for each picture, and touch nothing else.

    Clusters that no rule makes well-formed stay as they are (`check` reports them). So do other scripts, emoji, URLs,
    e-mail addresses, handles and hashtags, but for Unicode normalization form C.

    Arguments:
        text: any text; each line is normalized by itself.
        profile: nfc (canonical order only), visual (the same picture in one encoding), standard (besides, mark
            order, invisible characters, reserved dandas), repair (besides, what a reader would correct) or search
            (a lossy key for matching).
        enable: ids or aliases of rules to apply besides, as in ``resources/normalization/rules.tsv``.
        disable: ids or aliases of rules to leave out.

    Returns:
        The normalized text; the same object where nothing is to do.

    Raises:
        GujtextError: an unknown profile or rule; the message lists the known ones.
        TypeError: the text is no ``str``.

    Example:
        >>> normalize("અેક ગામ, ૧૦:૩૦ વાગ્યે")
        'એક ગામ, ૧૦:૩૦ વાગ્યે'
        >>> normalize("દુ:ખ", "repair"), normalize("કૉફી", enable=["fold-candra"])
        ('દુઃખ', 'કોફી')

    Source: the rules' own column ``source``.
    """
    if not enable and not disable:
        return _of_profile(profile).normalize(text)
    return _reused(profile, enable, disable).normalize(text)


def explain(
    text: str, profile: str = "standard", *, enable: Iterable[str] = (), disable: Iterable[str] = ()
) -> Normalized:
    """Normalize, and say what was changed where and by which rule.

    Arguments:
        text: any text.
        profile: as for `normalize`.
        enable: as for `normalize`.
        disable: as for `normalize`.

    Returns:
        The normalized text with its changes, sorted and disjoint; their offsets are code points of the original.
        Where several rules worked on one place, ``rule`` names them in order, joined by "+".

    Raises:
        GujtextError: an unknown profile or rule id.
        TypeError: ``text`` is not ``str``.

    Example:
        >>> result = explain("અેક શંુ")
        >>> result.text
        'એક શું'
        >>> [(c.start, c.end, c.before, c.after, c.rule) for c in result.changes]
        [(0, 2, 'અે', 'એ', 'V03'), (5, 7, 'ંુ', 'ું', 'O01')]
    """
    return _reused(profile, enable, disable).explain(text)


def is_normalized(text: str, profile: str = "standard") -> bool:
    """Tell whether `normalize` with this profile would leave the text as it is.

    Raises:
        GujtextError: an unknown profile.
        TypeError: ``text`` is not ``str``.

    Example:
        >>> is_normalized("એક"), is_normalized("અેક")
        (True, False)
    """
    return _reused(profile, (), ()).is_normalized(text)
