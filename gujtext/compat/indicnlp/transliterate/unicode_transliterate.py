"""``indicnlp.transliterate.unicode_transliterate``: Gujarati and Devanagari letter by letter, and ITRANS."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gujtext.compat.indicnlp.faithful import letters as faithful
from gujtext.compat.indicnlp.languages import GUJARATI, HINDI, require_language
from gujtext.resources import table
from gujtext.transliteration import romanize, to_gujarati
from gujtext.types import require_text


class _Pair(NamedTuple):
    gujarati: str
    devanagari: str
    way: str
    note: str


@cache
def _letters(target: str) -> dict[int, str]:
    rows = table("compat/gujarati_devanagari.tsv", _Pair)
    if target == HINDI:
        return str.maketrans({row.gujarati: row.devanagari for row in rows if row.way != "to_gujarati"})
    return str.maketrans({row.devanagari: row.gujarati for row in rows if row.way != "to_devanagari"})


class UnicodeIndicTransliterator:
    """The library's conversion between scripts, for Gujarati and Devanagari."""

    @staticmethod
    def transliterate(text: str, lang1_code: str, lang2_code: str, *, exact: bool = False) -> str:
        """Write Gujarati text in Devanagari, or the other way round.

        Corrected, a letter that the other script lacks becomes its nearest letters (``क़`` is ``ક઼``) or stays as it
        is; the library writes unassigned code points. Gujarati text comes back as it was, in both modes but for the
        reserved dandas.

        Arguments:
            text: any text; what is not of the first script stays as it is.
            lang1_code: ``"gu"`` or ``"hi"``, the text's own script.
            lang2_code: ``"gu"`` or ``"hi"``, the script wanted.
            exact: give what indic-nlp-library 0.92 gives.

        Returns:
            the text; the same object where nothing is to do.

        Raises:
            GujtextError: another language.
            TypeError: not a ``str``.

        Example:
            >>> UnicodeIndicTransliterator.transliterate("ગુજરાત ૧૦", "gu", "hi")
            'गुजरात १०'
            >>> UnicodeIndicTransliterator.transliterate("ज़रूर", "hi", "gu")
            'જ઼રૂર'

        Source: indic-nlp-library 0.92; Unicode character names and decompositions.
        """
        require_language(lang1_code, GUJARATI, HINDI)
        require_language(lang2_code, GUJARATI, HINDI)
        require_text(text)
        if lang1_code == lang2_code:
            return text
        if not exact:
            written = text.translate(_letters(lang2_code))
        elif lang2_code == HINDI:
            written = faithful.to_devanagari(text)
        else:
            written = faithful.to_gujarati(text)
        return text if written == text else written


class ItransTransliterator:
    """The library's ITRANS, for Gujarati.

    Corrected it is the scheme ``itrans`` of `gujtext.romanize` and `gujtext.to_gujarati`: ITRANS 5.3, which reads back
    exactly. The library's spelling is its own: it leaves candra vowels in Devanagari, writes long vowels double, and
    takes the vowel before any virama or vowel sign away, even where that is another letter.
    """

    @staticmethod
    def to_itrans(text: str, lang_code: str, *, exact: bool = False) -> str:
        """Write Gujarati text in ITRANS.

        Arguments:
            text: any text.
            lang_code: ``"gu"``.
            exact: give what indic-nlp-library 0.92 gives with its resources (``offset_itrans_map.csv``) loaded.

        Returns:
            the text in ITRANS; what is not Gujarati stays as it is.

        Raises:
            GujtextError: another language.
            TypeError: not a ``str``.

        Example:
            >>> ItransTransliterator.to_itrans("ગુજરાતી કૉફી", "gu")
            'gujarAtI kA.cphI'
            >>> ItransTransliterator.to_itrans("ગુજરાતી કૉફી", "gu", exact=True)
            'gujaraatii kॉphii'

        Source: ITRANS 5.3; indic-nlp-library 0.92.
        """
        require_language(lang_code)
        require_text(text)
        return faithful.to_itrans(text) if exact else romanize(text, "itrans")

    @staticmethod
    def from_itrans(text: str, lang: str, *, exact: bool = False) -> str:
        """Read ITRANS as Gujarati.

        Arguments:
            text: text in ITRANS.
            lang: ``"gu"``.
            exact: give what indic-nlp-library 0.92 gives with its resources (``offset_itrans_map.csv``) loaded.

        Returns:
            the text in Gujarati.

        Raises:
            GujtextError: another language.
            TypeError: not a ``str``.

        Example:
            >>> ItransTransliterator.from_itrans("gujarAtI kA.cphI", "gu")
            'ગુજરાતી કૉફી'
            >>> ItransTransliterator.from_itrans("gujarAtI 10.", "gu", exact=True)
            'ગુજરાતી ૧૦૤'

        Source: ITRANS 5.3; indic-nlp-library 0.92.
        """
        require_language(lang)
        require_text(text)
        return faithful.from_itrans(text) if exact else to_gujarati(text, "itrans")
