"""A column of a batch, whatever the host calls a batch: a dict of columns, an Arrow table, a pandas or polars frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gujtext.integrations.options import Step, StepLike
from gujtext.types import GujtextError


class BatchStep:
    """A step over one column of every batch; picklable, comparable, hashable.

    Arguments:
        step: as for `gujtext.integrations.options.Step`.
        column: the column with the texts.
        out: the column for the results; in place of the texts unless told otherwise.
        explode: where a step makes lists, make a row of each item and repeat the other columns beside it; spans
            become the columns ``out``, ``start``, ``end`` (and ``kind``). A null or empty text leaves no row.
        **options: the step's options.

    Raises:
        GujtextError: an unknown step or option, ``explode`` with a step that makes no lists; when called, a batch
            without the column, or with one that ``explode`` would overwrite.

    Example:
        >>> BatchStep("normalize")({"text": ["અેક", None], "id": [1, 2]})
        {'text': ['એક', None], 'id': [1, 2]}
        >>> BatchStep("sentences", explode=True)({"text": ["હા. ના."], "id": [1]})
        {'text': ['હા.', 'ના.'], 'id': [1, 1]}
    """

    def __init__(
        self,
        step: StepLike | Step,
        column: str = "text",
        out: str | None = None,
        *,
        explode: bool = False,
        **options: Any,
    ) -> None:
        self.step = Step(step, **options)
        self.column = column
        self.out = column if out is None else out
        self.explode = explode
        if explode and not self.step.many:
            raise GujtextError(f"explode wants a step that makes lists, not {self.step!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.step, self.column, self.out, self.explode)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BatchStep) and self.__reduce__() == other.__reduce__()

    def __hash__(self) -> int:
        return hash(self.__reduce__()[1])

    def __call__(self, batch: Any) -> Any:
        """Return a new batch of the same kind; the given one stays as it is."""
        if isinstance(batch, Mapping):
            return self._on_mapping(batch)
        if hasattr(batch, "column_names"):
            return self._on_table(batch)
        if hasattr(batch, "to_arrow"):  # polars
            return type(batch)(self._on_table(batch.to_arrow()))
        return self._on_frame(batch)

    def _on_mapping(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        texts = self._column(batch, list(batch))
        if texts is None or isinstance(texts, str):  # one record, where a host hands them over one by one
            if self.explode:
                raise GujtextError("explode wants batches of records, not one record")
            return {**_untouched(batch), self.out: self.step.each([texts])[0]}
        results = self.step.each(texts)
        if not self.explode:
            return {**_untouched(batch), self.out: results}
        rows = _rows(results)
        repeated = {name: [values[row] for row in rows] for name, values in batch.items()}
        return {**repeated, **self._columns(results)}

    def _on_table(self, table: Any) -> Any:
        from gujtext.integrations import arrow

        texts = self._column(table, table.column_names)
        results = arrow.apply(texts, self.step)
        if not self.explode:
            return _with_column(table, self.out, results)
        import pyarrow as pa

        listed = results.to_pylist()
        kind = results.type.value_type
        table = table.take(pa.array(_rows(listed), pa.int64()))
        for place, (name, values) in enumerate(self._columns(listed).items()):
            table = _with_column(table, name, pa.array(values, kind.field(place).type if self.step.fields else kind))
        return table

    def _on_frame(self, frame: Any) -> Any:
        from gujtext.integrations import pandas

        results = pandas.apply(self._column(frame, list(frame.columns)), self.step)
        if not self.explode:
            return frame.assign(**{self.out: results})
        listed = [result if isinstance(result, list) else None for result in results]
        return frame.iloc[_rows(listed)].assign(**self._columns(listed))

    def _column(self, batch: Any, names: list[str]) -> Any:
        if self.column not in names:
            raise GujtextError(f"there is no column {self.column!r}; there is {', '.join(map(repr, names)) or 'none'}")
        taken = sorted(set(self._names()[1:]) & set(names))
        if self.explode and taken:
            raise GujtextError(f"the batch has a column {taken[0]!r}, which the spans would overwrite")
        return batch[self.column]

    def _names(self) -> tuple[str, ...]:
        """Return the columns that exploded results go to."""
        return (self.out, *self.step.fields[1:])

    def _columns(self, results: list[Any]) -> dict[str, list[Any]]:
        items = [item for result in results if result is not None for item in result]
        if not self.step.fields:
            return {self.out: items}
        return {
            name: [item[field] for item in items] for name, field in zip(self._names(), self.step.fields, strict=True)
        }


def _untouched(batch: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the columns to hand on: none of a lazy mapping, whose host keeps the columns that it is not given."""
    return batch if isinstance(batch, dict) else {}


def _rows(results: list[Any]) -> list[int]:
    """Return for each item the number of the row that it comes from."""
    return [row for row, result in enumerate(results) if result is not None for _ in result]


def _with_column(table: Any, name: str, values: Any) -> Any:
    if name not in table.column_names:
        return table.append_column(name, values)
    return table.set_column(table.column_names.index(name), name, values)


def _restore(cls: type[BatchStep], step: Step, column: str, out: str, explode: bool) -> BatchStep:
    return cls(step, column, out, explode=explode)
