"""Spark: a step as an Arrow UDF that is built once for each stream of batches; null stays null.

Java 17 is wanted, and PYSPARK_PYTHON naming a Python that has gujtext and pyarrow on every worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql.functions import arrow_udf
from pyspark.sql.types import ArrayType, LongType, StringType, StructField, StructType

from gujtext.integrations import arrow
from gujtext.integrations.options import OFFSET_FIELDS, Step, StepLike


def result_type(step: Step) -> Any:
    """Return the Spark type of what a step makes of a text.

    Example:
        >>> result_type(Step("words")).simpleString()
        'array<string>'
        >>> result_type(Step("sentence_spans")).simpleString()
        'array<struct<text:string,start:bigint,end:bigint>>'
    """
    if not step.many:
        return StringType()
    if not step.fields:
        return ArrayType(StringType())
    return ArrayType(
        StructType([StructField(name, LongType() if name in OFFSET_FIELDS else StringType()) for name in step.fields])
    )


def udf(step: StepLike | Step, **options: Any) -> Any:
    """Return a step as a function of a column of strings.

    Arguments:
        step: as for `gujtext.integrations.options.Step`.
        **options: the same.

    Returns:
        What ``pyspark.sql.functions.arrow_udf`` returns: use it in ``select`` and ``withColumn``, or register it with
        ``spark.udf.register`` for SQL.

    Raises:
        GujtextError: an unknown step or option, here and not in a worker.

    Example:
        >>> udf("normalize", profile="repair").returnType
        StringType()
    """
    made = Step(step, **options)

    def mapped(batches: Iterator[pa.Array]) -> Iterator[pa.Array]:
        for batch in batches:
            yield arrow.apply(batch, made)

    return arrow_udf(mapped, result_type(made))
