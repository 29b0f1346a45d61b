"""Apache Arrow: a step over string arrays, chunked arrays and dictionaries; null stays null."""

from __future__ import annotations

from operator import is_
from typing import Any

import pyarrow as pa

from gujtext.integrations.options import OFFSET_FIELDS, Step, StepLike


def apply(array: Any, step: StepLike | Step, **options: Any) -> Any:
    """Apply a step to every text of an Arrow array.

    Arguments:
        array: an ``Array`` or ``ChunkedArray`` of type string, large_string or string_view, or a dictionary of these,
            whose values are then looked at once each.
        step: as for `gujtext.integrations.options.Step`.
        **options: the same.

    Returns:
        An array of the same kind, with as many chunks: the same type where a text becomes a text (the same object
        where nothing changed), else lists of that type or of structs with offsets in code points.

    Raises:
        TypeError: an array of another type.
        GujtextError: an unknown step or option.

    Example:
        >>> apply(pa.array(["અેક", None]), "normalize").to_pylist()
        ['એક', None]
        >>> print(apply(pa.array(["હા."]), "words").type)
        list<item: string>
    """
    step = Step(step, **options)
    if not isinstance(array, pa.ChunkedArray):
        return _apply(array, step)
    before = array.chunks
    after = [_apply(chunk, step) for chunk in before]
    wanted = result_type(array.type, step)
    if wanted == array.type and all(map(is_, after, before)):
        return array
    return pa.chunked_array(after, wanted)


def result_type(kind: Any, step: Step) -> Any:
    """Return the Arrow type of what a step makes of an array of type ``kind``.

    Raises:
        TypeError: an array of that type holds no texts.

    Example:
        >>> print(result_type(pa.large_string(), Step("sentence_spans")))
        list<item: struct<text: large_string, start: int64, end: int64>>
    """
    if pa.types.is_dictionary(kind):
        value = result_type(kind.value_type, step)
        return value if step.many else kind
    if pa.types.is_null(kind):
        kind = pa.string()
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
        raise TypeError(f"gujtext works on arrays of strings, not of {kind}")
    if not step.many:
        return kind
    if not step.fields:
        return pa.list_(kind)
    return pa.list_(pa.struct([(name, pa.int64() if name in OFFSET_FIELDS else kind) for name in step.fields]))


def _apply(array: Any, step: Step) -> Any:
    wanted = result_type(array.type, step)
    if not pa.types.is_dictionary(array.type):
        texts = array.to_pylist()
        results = step.each(texts)
        if wanted == array.type and all(map(is_, results, texts)):
            return array
        return pa.array(results, wanted)
    values = _apply(array.dictionary, step)
    if values is array.dictionary:
        return array
    if step.many:
        return values.take(array.indices)
    # Two values may have become one, and a dictionary has each value once.
    unique = values.dictionary_encode()
    indices = unique.indices.take(array.indices).cast(array.type.index_type)
    return pa.DictionaryArray.from_arrays(indices, unique.dictionary, ordered=array.type.ordered)
