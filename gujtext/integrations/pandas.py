"""pandas: the accessor ``gu`` of a Series of texts, there once this module is imported."""

from __future__ import annotations

from typing import Any

import pandas as pd

from gujtext.integrations.methods import StepMethods
from gujtext.integrations.options import Step, StepLike


def apply(series: Any, step: StepLike | Step, **options: Any) -> Any:
    """Apply a step to every text of a Series.

    Arguments:
        series: texts and nulls, of type ``str``, ``string``, ``object``, an Arrow string, or a category of these,
            whose values are then looked at once each.
        step: as for `gujtext.integrations.options.Step`.
        **options: the same.

    Returns:
        A Series with the same index and name: of the same type where a text becomes a text (a category becomes the
        type of its values), else of lists.

    Raises:
        TypeError: a value that is neither text nor null, or a Series of another type.
        GujtextError: an unknown step or option.

    Example:
        >>> apply(pd.Series(["અેક", None]), "normalize").tolist()[0]
        'એક'
    """
    step = Step(step, **options)
    if isinstance(series.dtype, pd.CategoricalDtype):
        values = apply(series.cat.categories.to_series(index=range(len(series.cat.categories))), step)
        return pd.Series(values.reindex(series.cat.codes).array, index=series.index, name=series.name)
    if not (pd.api.types.is_string_dtype(series.dtype) or series.dtype == object):
        if not series.isna().all():
            raise TypeError(f"gujtext works on a Series of texts, not of {series.dtype}")
        series = series.astype(object)
    kept = [None if null else value for value, null in zip(series.array, series.isna(), strict=True)]
    results = step.each(kept)
    kind = object if step.many else series.dtype
    return pd.Series(results, index=series.index, name=series.name, dtype=kind)


@pd.api.extensions.register_series_accessor("gu")
class GujtextAccessor(StepMethods):
    """``series.gu``: the steps as methods, with the options of the objects they stand for; null stays null.

    Example:
        >>> texts = pd.Series(["અેક ગામ.", None])
        >>> texts.gu.normalize().tolist()[0], texts.gu.words()[0]
        ('એક ગામ.', ['અેક', 'ગામ', '.'])
    """

    def __init__(self, series: Any) -> None:
        self._series = series

    def apply(self, step: StepLike | Step, **options: Any) -> Any:
        """Return the results of a step by name or of a callable; see `apply`."""
        return apply(self._series, step, **options)
