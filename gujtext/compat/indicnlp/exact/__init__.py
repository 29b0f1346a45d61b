"""The names of ``gujtext.compat.indicnlp`` with ``exact=True`` as the default.

Change ``indicnlp`` to ``gujtext.compat.indicnlp.exact`` in the import lines of a program whose model was trained on
the output of indic-nlp-library 0.92 (IndicTrans2, NLLB, fairseq): its Gujarati output stays the same byte for byte.
A package whose import lines are not yours, such as the compiled IndicTransToolkit, takes these modules too, if
``sys.modules["indicnlp"] = gujtext.compat.indicnlp.exact`` comes before its import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.compat.indicnlp import HOMES
from gujtext.lazy import lazy_names

__all__ = sorted(HOMES)

if TYPE_CHECKING:
    from gujtext.compat.indicnlp.exact.common import IndicNlpException as IndicNlpException
    from gujtext.compat.indicnlp.exact.normalize.indic_normalize import (
        GujaratiNormalizer as GujaratiNormalizer,
        IndicNormalizerFactory as IndicNormalizerFactory,
    )
    from gujtext.compat.indicnlp.exact.syllable.syllabifier import orthographic_syllabify as orthographic_syllabify
    from gujtext.compat.indicnlp.exact.tokenize.indic_detokenize import trivial_detokenize as trivial_detokenize
    from gujtext.compat.indicnlp.exact.tokenize.indic_tokenize import trivial_tokenize as trivial_tokenize
    from gujtext.compat.indicnlp.exact.tokenize.sentence_tokenize import (
        DELIM_PAT_DANDA as DELIM_PAT_DANDA,
        DELIM_PAT_NO_DANDA as DELIM_PAT_NO_DANDA,
        sentence_split as sentence_split,
    )
    from gujtext.compat.indicnlp.exact.transliterate.unicode_transliterate import (
        ItransTransliterator as ItransTransliterator,
        UnicodeIndicTransliterator as UnicodeIndicTransliterator,
    )

__getattr__, __dir__ = lazy_names(__name__, HOMES, globals())
