"""``indicnlp.tokenize.indic_detokenize``: tokens with spaces between them as running text."""

from __future__ import annotations

from gujtext.compat.indicnlp.faithful import tokens as faithful
from gujtext.compat.indicnlp.languages import GUJARATI, HINDI, require_language
from gujtext.segmentation import detokenize
from gujtext.types import require_text


def trivial_detokenize(text: str, lang: str = HINDI, *, exact: bool = False) -> str:
    """Set tokens together to running text.

    Corrected it is `gujtext.detokenize`, line by line. Differences from the library: curly quotation marks, case
    endings after a quotation and numbers at the beginning of a line are closed up, too; ``@RA`` and ``@LA`` are text
    (the library makes quotation marks of them).

    Arguments:
        text: tokens with spaces between them.
        lang: ``"gu"``, or ``"hi"``, the library's default; the result is the same.
        exact: give what indic-nlp-library 0.92 gives.

    Returns:
        the text.

    Raises:
        GujtextError: another language.
        TypeError: not a ``str``.

    Example:
        >>> trivial_detokenize("“ બેચારા ” ની વાત , હા .", "gu")
        '“બેચારા”ની વાત, હા.'
        >>> trivial_detokenize("“ બેચારા ” ની વાત , હા .", "gu", exact=True)
        '“ બેચારા ” ની વાત, હા.'

    Source: indic-nlp-library 0.92.
    """
    require_language(lang, GUJARATI, HINDI)
    require_text(text)
    if exact:
        return faithful.detokenize(text)
    return "\n".join(detokenize(filter(None, line.split(" "))) for line in text.split("\n"))
