"""``indicnlp.common``: the library's exception, and the path of resources that gujtext does not need."""

from __future__ import annotations

from gujtext.types import GujtextError

IndicNlpException = GujtextError

INDIC_RESOURCES_PATH = ""


def set_resources_path(resources_path: str) -> None:
    """Remember a path for `get_resources_path`; nothing is read from it, the tables are part of gujtext.

    Example:
        >>> set_resources_path("indic_nlp_resources")
        >>> get_resources_path()
        'indic_nlp_resources'
        >>> set_resources_path("")
    """
    global INDIC_RESOURCES_PATH
    INDIC_RESOURCES_PATH = resources_path


def get_resources_path() -> str:
    """Return the path that `set_resources_path` was given, ``""`` before.

    Example:
        >>> get_resources_path()
        ''
    """
    return INDIC_RESOURCES_PATH


def init() -> None:
    """Do nothing: there is nothing to prepare.

    Example:
        >>> init()
    """
