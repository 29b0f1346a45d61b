"""``indicnlp.normalize.indic_normalize``: the normalizer of Gujarati and its factory."""

from __future__ import annotations

from functools import partial
from typing import Any

from gujtext.compat.indicnlp.faithful import normalization as faithful
from gujtext.compat.indicnlp.languages import GUJARATI, require_language
from gujtext.normalization import Normalizer
from gujtext.script import NUKTA, VIRAMA, is_consonant
from gujtext.segmentation import word_spans
from gujtext.types import GujtextError, require_text

# Option of the library -> the rules of gujtext that do what it is for.
_NASAL_RULES = {
    "do_nothing": (),
    "to_anusvaara_strict": ("fold-nasal",),
    "to_anusvaara_relaxed": ("fold-nasal",),
    "to_nasal_consonants": ("spell-nasal",),
}
_CANDRA_RULES = ("fold-candra", "fold-candrabindu")
_NUKTA_RULES = ("fold-nukta",)


class GujaratiNormalizer:
    """The library's normalizer of Gujarati; corrected, or with ``exact=True`` byte for byte as indic-nlp-library 0.92.

    Corrected it is `gujtext.normalize` with the profile ``standard``, and each option turns on the rules that do what
    the option is for. Differences from the library: joiners that shape a letter stay, ``૧૦:૩૦`` stays a time and no
    colon becomes a visarga, quotation marks and dashes stay, misspelt vowels (``અે``) are repaired, marks are put in
    canonical order. ``to_anusvaara_relaxed`` does what ``to_anusvaara_strict`` does, since the library's makes ``જંમ``
    of ``જન્મ``; ``do_normalize_vowel_ending`` also reaches words before a mark.

    Arguments:
        lang: ``"gu"``.
        remove_nuktas: delete every nukta.
        nasals_mode: do_nothing, to_anusvaara_strict, to_anusvaara_relaxed or to_nasal_consonants.
        do_normalize_chandras: candra vowels become e and o, candrabindu becomes anusvara.
        do_normalize_vowel_ending: a word that ends in a consonant gets a virama.
        exact: give what the library gives.

    Raises:
        GujtextError: another language; corrected, also an unknown ``nasals_mode`` (the library ignores it).

    Example:
        >>> GujaratiNormalizer().normalize("“અેક દુ:ખ” ૧૦:૩૦"), GujaratiNormalizer(exact=True).normalize("“અેક દુ:ખ” ૧૦:૩૦")
        ('“એક દુ:ખ” ૧૦:૩૦', '"અેક દુઃખ" ૧૦ઃ૩૦')

    Source: indic-nlp-library 0.92; the rules' sources in ``resources/normalization/rules.tsv``.
    """

    NUKTA = NUKTA

    def __init__(
        self,
        lang: str = GUJARATI,
        remove_nuktas: bool = False,
        nasals_mode: str = "do_nothing",
        do_normalize_chandras: bool = False,
        do_normalize_vowel_ending: bool = False,
        *,
        exact: bool = False,
    ) -> None:
        require_language(lang)
        self.lang = lang
        self.remove_nuktas = remove_nuktas
        self.nasals_mode = nasals_mode
        self.do_normalize_chandras = do_normalize_chandras
        self.do_normalize_vowel_ending = do_normalize_vowel_ending
        self.exact = exact
        self._normalize = self._faithful() if exact else self._corrected()

    def _faithful(self) -> faithful.Step:
        return faithful.normalizer(
            remove_nuktas=self.remove_nuktas,
            nasals_mode=self.nasals_mode,
            do_normalize_chandras=self.do_normalize_chandras,
            do_normalize_vowel_ending=self.do_normalize_vowel_ending,
        )

    def _corrected(self) -> faithful.Step:
        if self.nasals_mode not in _NASAL_RULES:
            raise GujtextError(
                f"there is no nasals_mode {self.nasals_mode!r}; there are {', '.join(faithful.NASALS_MODES)}"
            )
        rules = (
            *_NASAL_RULES[self.nasals_mode],
            *(_CANDRA_RULES if self.do_normalize_chandras else ()),
            *(_NUKTA_RULES if self.remove_nuktas else ()),
        )
        normalize = Normalizer(enable=rules).normalize
        return partial(_with_final_viramas, normalize) if self.do_normalize_vowel_ending else normalize

    def normalize(self, text: str) -> str:
        """Return the normalized text; corrected, the same object where nothing is to do.

        Raises:
            TypeError: not a ``str``.

        Example:
            >>> GujaratiNormalizer(nasals_mode="to_nasal_consonants").normalize("અંત")
            'અન્ત'
        """
        require_text(text)
        return self._normalize(text)


def _with_final_viramas(normalize: faithful.Step, text: str) -> str:
    text = normalize(text)
    ends = [
        token.end for token in word_spans(text) if token.kind == "word" and is_consonant(token.text.rstrip(NUKTA)[-1:])
    ]
    if not ends:
        return text
    starts = [0, *ends]
    return VIRAMA.join(text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))


class IndicNormalizerFactory:
    """The library's factory of normalizers; Gujarati is the language that it has one for.

    Arguments:
        exact: whether its normalizers give what indic-nlp-library 0.92 gives, unless `get_normalizer` says otherwise.

    Example:
        >>> IndicNormalizerFactory().get_normalizer("gu", remove_nuktas=True).normalize("અંગ્રેજ઼")
        'અંગ્રેજ'
    """

    _normalizer: type[GujaratiNormalizer] = GujaratiNormalizer

    def __init__(self, *, exact: bool = False) -> None:
        self.exact = exact

    def get_normalizer(self, language: str, **kwargs: Any) -> GujaratiNormalizer:
        """Return a normalizer.

        Arguments:
            language: ``"gu"``.
            kwargs: the options of `GujaratiNormalizer`.

        Raises:
            GujtextError: another language.

        Example:
            >>> IndicNormalizerFactory(exact=True).get_normalizer("gu").normalize("ક્‍ષ…")
            'ક્ષ...'
        """
        return self._normalizer(language, **{"exact": self.exact, **kwargs})

    def is_language_supported(self, language: str) -> bool:
        """Tell whether there is a normalizer for a language.

        Example:
            >>> IndicNormalizerFactory().is_language_supported("gu")
            True
        """
        return language == GUJARATI
