"""``indicnlp.normalize.indic_normalize`` with the library's own output as the default."""

from __future__ import annotations

from gujtext.compat.indicnlp.languages import GUJARATI
from gujtext.compat.indicnlp.normalize import indic_normalize as either


class GujaratiNormalizer(either.GujaratiNormalizer):
    """`gujtext.compat.indicnlp.GujaratiNormalizer` with ``exact=True`` as the default.

    Example:
        >>> GujaratiNormalizer().normalize("“દુ:ખ”")
        '"દુઃખ"'
    """

    def __init__(
        self,
        lang: str = GUJARATI,
        remove_nuktas: bool = False,
        nasals_mode: str = "do_nothing",
        do_normalize_chandras: bool = False,
        do_normalize_vowel_ending: bool = False,
        *,
        exact: bool = True,
    ) -> None:
        super().__init__(
            lang, remove_nuktas, nasals_mode, do_normalize_chandras, do_normalize_vowel_ending, exact=exact
        )


class IndicNormalizerFactory(either.IndicNormalizerFactory):
    """`gujtext.compat.indicnlp.IndicNormalizerFactory` with ``exact=True`` as the default.

    Example:
        >>> IndicNormalizerFactory().get_normalizer("gu", nasals_mode="to_anusvaara_relaxed").normalize("જન્મ")
        'જંમ'
    """

    _normalizer = GujaratiNormalizer

    def __init__(self, *, exact: bool = True) -> None:
        super().__init__(exact=exact)
