"""polars: the namespace ``gu`` of expressions and Series, there once this module is imported."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl

from gujtext.integrations.methods import StepMethods
from gujtext.integrations.options import OFFSET_FIELDS, Step, StepLike


def result_type(step: Step) -> Any:
    """Return the polars type of what a step makes of a text.

    Example:
        >>> result_type(Step("words"))
        List(String)
    """
    if not step.many:
        return pl.String()
    if not step.fields:
        return pl.List(pl.String())
    return pl.List(pl.Struct({name: pl.Int64() if name in OFFSET_FIELDS else pl.String() for name in step.fields}))


def apply(series: Any, step: StepLike | Step, **options: Any) -> Any:
    """Apply a step to every text of a Series of type String, Categorical or Enum; null stays null.

    Categories are looked at once each; their results are String or lists.

    Raises:
        TypeError: a Series of another type.
        GujtextError: an unknown step or option.

    Example:
        >>> apply(pl.Series(["અેક", None]), "normalize").to_list()
        ['એક', None]
    """
    step = Step(step, **options)
    kind = result_type(step)
    if series.dtype in (pl.Categorical, pl.Enum):
        unique = series.unique().cast(pl.String)
        results = pl.Series(step.each(unique.to_list()), dtype=kind)
        places = dict(zip(unique.to_list(), range(len(unique)), strict=True))
        return results.gather([places[text] for text in series.cast(pl.String).to_list()]).alias(series.name)
    if series.dtype not in (pl.String, pl.Null):
        raise TypeError(f"gujtext works on columns of String, not of {series.dtype}")
    return pl.Series(series.name, step.each(series.to_list()), dtype=kind)


@pl.api.register_series_namespace("gu")
class GujtextSeries(StepMethods):
    """``series.gu``: the steps as methods.

    Example:
        >>> pl.Series(["અેક ગામ.", None]).gu.words().to_list()
        [['અેક', 'ગામ', '.'], None]
    """

    def __init__(self, series: Any) -> None:
        self._series = series

    def apply(self, step: StepLike | Step, **options: Any) -> Any:
        """Return the results of a step by name or of a callable; see `apply`."""
        return apply(self._series, step, **options)


@pl.api.register_expr_namespace("gu")
class GujtextExpressions(StepMethods):
    """``pl.col("text").gu``: the steps as methods of an expression, eager, lazy and streaming.

    Example:
        >>> frame = pl.DataFrame({"text": ["અેક", None]})
        >>> frame.with_columns(pl.col("text").gu.normalize())["text"].to_list()
        ['એક', None]
    """

    def __init__(self, expression: Any) -> None:
        self._expression = expression

    def apply(self, step: StepLike | Step, **options: Any) -> Any:
        """Return the expression for a step by name or for a callable; see `apply`."""
        step = Step(step, **options)
        return self._expression.map_batches(
            partial(apply, step=step), return_dtype=result_type(step), is_elementwise=True
        )
