"""Spark: the columns that gujtext gives, out of its Python workers. Wants Java; skipped where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import gujtext

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

pytestmark = [
    pytest.mark.java,
    pytest.mark.skipif(not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason="no Java"),
]

TEXTS = ["અેક ગામ. હા.", None, "", "અાખી રાત"] * 3


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(Path(gujtext.__file__).parents[1]))
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
            .getOrCreate()
        )
        yield session
        session.stop()


def test_columns(spark: Any) -> None:
    from gujtext.integrations.spark import udf

    frame = spark.createDataFrame([(n, text) for n, text in enumerate(TEXTS)], "id int, text string").repartition(2)
    rows = (
        frame.withColumn("clean", udf("normalize", profile="repair")("text"))
        .withColumn("words", udf("words")("clean"))
        .withColumn("spans", udf("sentence_spans")("text"))
        .orderBy("id")
        .collect()
    )
    assert [row.id for row in rows] == list(range(len(TEXTS)))
    for row, text in zip(rows, TEXTS, strict=True):
        if text is None:
            assert (row.clean, row.words, row.spans) == (None, None, None)
            continue
        assert row.clean == gujtext.normalize(text, "repair")
        assert row.words == gujtext.word_tokenize(row.clean)
        assert [tuple(span) for span in row.spans] == gujtext.sent_spans(text)


def test_sql(spark: Any) -> None:
    from gujtext.integrations.spark import udf

    spark.udf.register("gu_latin", udf("transliterate", scheme="iso15919"))
    assert spark.sql("SELECT gu_latin('ગામ') AS latin").collect()[0].latin == "gāma"


def test_wrong_options_are_named_before_any_work() -> None:
    from gujtext.integrations.spark import udf

    with pytest.raises(gujtext.GujtextError, match="normalise"):
        udf("normalise")


def test_java_is_the_one_that_runs() -> None:
    """The figure in the note of the host: Java 17 or newer."""
    java = shutil.which("java") or str(Path(os.environ["JAVA_HOME"], "bin", "java"))
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    assert int(told.split('"')[1].split(".")[0]) >= 17
