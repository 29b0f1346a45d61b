"""What a pipeline makes of a column of texts, as a column of Arrow: texts, or documents as structs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gujtext.types import GujtextError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gujtext.pipeline import Pipeline

# How a document looks, as `Doc.to_dict` gives it without the text: a name -> a type, a list of it, or a struct.
_PLACE = {"text": str, "start": int, "end": int}
_PARTS: dict[str, Any] = {
    "normalized": str,
    "changes": [{"start": int, "end": int, "before": str, "after": str, "rule": str}],
    "sentences": [{**_PLACE, "normalized": str, "tokens": [int]}],
    "tokens": [{**_PLACE, "kind": str, "normalized": str}],
    "names": [{**_PLACE, "latin": str, "suffix": str}],
    "numbers": [
        {
            **_PLACE,
            "kind": str,
            "value": str,
            "unit": str,
            "suffix": str,
            "approximate": bool,
            "alternatives": [{"kind": str, "value": str}],
        }
    ],
    "latin": str,
}
_OF_STEP = {"words": "tokens", "transliterate": "latin"}


class RowError(GujtextError):
    """A text that a step refused: the number of its row, from 0, and why."""

    def __init__(self, row: int, error: GujtextError) -> None:
        super().__init__(str(error), error.offset)
        self.row = row


def pyarrow() -> Any:
    """Return the package.

    Raises:
        GujtextError: it is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError:
        raise GujtextError("Parquet wants the package pyarrow: pip install 'gujtext[arrow]'") from None


def document_type(steps: Sequence[str]) -> Any:
    """Return the Arrow type of the documents that these steps make."""
    return _arrow_type(document_shape(steps))


def document_shape(steps: Sequence[str]) -> dict[str, Any]:
    """Return what the documents of these steps look like: names to types, lists of one and such mappings.

    Example:
        >>> document_shape(["transliterate"])["latin"]
        <class 'str'>
    """
    found = {"normalized", "changes", *(_OF_STEP.get(step, step) for step in steps)}
    shape = {name: kind for name, kind in _PARTS.items() if name in found}
    if "sentences" in shape and "tokens" not in shape:
        shape["sentences"] = [{name: kind for name, kind in _PARTS["sentences"][0].items() if name != "tokens"}]
    return shape


def _arrow_type(shape: Any) -> Any:
    arrow = pyarrow()
    if isinstance(shape, list):
        return arrow.list_(_arrow_type(shape[0]))
    if isinstance(shape, dict):
        return arrow.struct([(name, _arrow_type(kind)) for name, kind in shape.items()])
    return {str: arrow.string(), int: arrow.int64(), bool: arrow.bool_()}[shape]


def column(pipeline: Pipeline, texts: Sequence[str | None], kind: Any) -> Any:
    """Return what a pipeline makes of texts as an Arrow array; null stays null.

    Arguments:
        pipeline: if it ends in text, the column is one of texts, else of documents.
        texts: strings and None.
        kind: the Arrow type: one of text, or `document_type`.
    """
    work = pipeline.text if pipeline.ends_in_text else lambda text: _without_text(pipeline(text).to_dict())
    values = []
    for row, text in enumerate(texts):
        try:
            values.append(None if text is None else work(text))
        except GujtextError as error:
            raise RowError(row, error) from error
    return pyarrow().array(values, kind)


def _without_text(document: dict[str, Any]) -> dict[str, Any]:
    del document["text"]
    return document
