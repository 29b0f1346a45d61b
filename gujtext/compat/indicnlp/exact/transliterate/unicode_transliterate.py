"""``indicnlp.transliterate.unicode_transliterate`` with the library's own output as the default."""

from __future__ import annotations

from gujtext.compat.indicnlp.transliterate import unicode_transliterate as either


class UnicodeIndicTransliterator(either.UnicodeIndicTransliterator):
    """`gujtext.compat.indicnlp.UnicodeIndicTransliterator` with ``exact=True`` as the default."""

    @staticmethod
    def transliterate(text: str, lang1_code: str, lang2_code: str, *, exact: bool = True) -> str:
        """Write Gujarati text in Devanagari, or the other way round.

        Example:
            >>> UnicodeIndicTransliterator.transliterate("ગુજરાત ૧૦", "gu", "hi")
            'गुजरात १०'
        """
        return either.UnicodeIndicTransliterator.transliterate(text, lang1_code, lang2_code, exact=exact)


class ItransTransliterator(either.ItransTransliterator):
    """`gujtext.compat.indicnlp.ItransTransliterator` with ``exact=True`` as the default."""

    @staticmethod
    def to_itrans(text: str, lang_code: str, *, exact: bool = True) -> str:
        """Write Gujarati text in the library's ITRANS.

        Example:
            >>> ItransTransliterator.to_itrans("ગુજરાતી", "gu")
            'gujaraatii'
        """
        return either.ItransTransliterator.to_itrans(text, lang_code, exact=exact)

    @staticmethod
    def from_itrans(text: str, lang: str, *, exact: bool = True) -> str:
        """Read the library's ITRANS as Gujarati.

        Example:
            >>> ItransTransliterator.from_itrans("gujaraatii", "gu")
            'ગુજરાતી'
        """
        return either.ItransTransliterator.from_itrans(text, lang, exact=exact)
