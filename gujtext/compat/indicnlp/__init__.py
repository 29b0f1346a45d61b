"""The names of indic-nlp-library for Gujarati: change the import line, keep the rest of the program.

The packages and modules are those of ``indicnlp``, so that ``from indicnlp.tokenize import indic_tokenize`` becomes
``from gujtext.compat.indicnlp.tokenize import indic_tokenize``; the functions and classes are also here. Two modes:

* corrected, the default here: `normalize`, `word_tokenize`, `sent_tokenize`, `detokenize`, `aksharas` and `romanize`
  of gujtext behind the old names;
* exact: what indic-nlp-library 0.92 gives, byte for byte, for models that were trained on its output. Ask for it with
  ``exact=True``, or import from ``gujtext.compat.indicnlp.exact``, where it is the default.

Neither needs ``INDIC_RESOURCES_PATH``, pandas or a call of ``loader.load``. Languages other than Gujarati are refused
with a `GujtextError`; Hindi is known where text passes through Devanagari, as in IndicTrans2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.lazy import lazy_names

# Public name -> the module it lives in, the same modules as in the library.
HOMES = {
    "DELIM_PAT_DANDA": "tokenize.sentence_tokenize",
    "DELIM_PAT_NO_DANDA": "tokenize.sentence_tokenize",
    "GujaratiNormalizer": "normalize.indic_normalize",
    "IndicNlpException": "common",
    "IndicNormalizerFactory": "normalize.indic_normalize",
    "ItransTransliterator": "transliterate.unicode_transliterate",
    "UnicodeIndicTransliterator": "transliterate.unicode_transliterate",
    "orthographic_syllabify": "syllable.syllabifier",
    "sentence_split": "tokenize.sentence_tokenize",
    "trivial_detokenize": "tokenize.indic_detokenize",
    "trivial_tokenize": "tokenize.indic_tokenize",
}

__all__ = sorted(HOMES)

if TYPE_CHECKING:
    from gujtext.compat.indicnlp.common import IndicNlpException as IndicNlpException
    from gujtext.compat.indicnlp.normalize.indic_normalize import (
        GujaratiNormalizer as GujaratiNormalizer,
        IndicNormalizerFactory as IndicNormalizerFactory,
    )
    from gujtext.compat.indicnlp.syllable.syllabifier import orthographic_syllabify as orthographic_syllabify
    from gujtext.compat.indicnlp.tokenize.indic_detokenize import trivial_detokenize as trivial_detokenize
    from gujtext.compat.indicnlp.tokenize.indic_tokenize import trivial_tokenize as trivial_tokenize
    from gujtext.compat.indicnlp.tokenize.sentence_tokenize import (
        DELIM_PAT_DANDA as DELIM_PAT_DANDA,
        DELIM_PAT_NO_DANDA as DELIM_PAT_NO_DANDA,
        sentence_split as sentence_split,
    )
    from gujtext.compat.indicnlp.transliterate.unicode_transliterate import (
        ItransTransliterator as ItransTransliterator,
        UnicodeIndicTransliterator as UnicodeIndicTransliterator,
    )

__getattr__, __dir__ = lazy_names(__name__, HOMES, globals())
