"""Ray Data: two workers give what one process gives, in every batch format, and their errors keep their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import gujtext

ray = pytest.importorskip("ray")
pytest.importorskip("pyarrow")

TEXTS = ["અેક ગામ. હા.", None, "", "અાખી રાત"] * 6


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        object_store_memory=100 * 2**20,
        logging_level="ERROR",
        log_to_driver=False,
    )
    yield
    ray.shutdown()


@pytest.fixture
def dataset(cluster: None) -> Any:
    import ray.data

    rows = [{"text": text, "id": number} for number, text in enumerate(TEXTS)]
    return ray.data.from_items(rows, override_num_blocks=4)


def by_id(dataset: Any) -> list[dict[str, Any]]:
    return sorted(dataset.take_all(), key=lambda row: (row["id"], row.get("start", 0)))


def test_two_workers(dataset: Any) -> None:
    from gujtext.integrations.ray import map_column

    rows = by_id(map_column(dataset, "normalize", workers=2, profile="repair"))
    assert [row["text"] for row in rows] == [t if t is None else gujtext.normalize(t, "repair") for t in TEXTS]
    assert [row["id"] for row in rows] == list(range(len(TEXTS)))


def test_every_batch_format(dataset: Any) -> None:
    from ray.data import ActorPoolStrategy

    from gujtext.integrations.ray import GujtextBatches

    for format_ in ("numpy", "pandas", "pyarrow"):
        dataset = dataset.map_batches(
            GujtextBatches,
            fn_constructor_args=("words",),
            fn_constructor_kwargs={"out": format_},
            batch_format=format_,
            compute=ActorPoolStrategy(size=1),
            num_cpus=0.5,
        )
    for row in by_id(dataset):
        for format_ in ("numpy", "pandas", "pyarrow"):
            found = row[format_]
            if row["text"] is None:
                assert found is None
            else:
                assert list(found) == gujtext.word_tokenize(row["text"])


def test_spans_become_rows(dataset: Any) -> None:
    from gujtext.integrations.ray import map_column

    rows = by_id(map_column(dataset, "sentence_spans", out="sentence", explode=True, workers=2))
    assert len(rows) == 18
    assert all(TEXTS[row["id"]][row["start"] : row["end"]] == row["sentence"] for row in rows)


def test_errors_keep_their_names(dataset: Any) -> None:
    from gujtext.integrations.ray import map_column

    with pytest.raises(gujtext.GujtextError, match="normalise"):
        map_column(dataset, "normalise")
    with pytest.raises(Exception, match="there is no column 'body'"):
        map_column(dataset, "normalize", "body", workers=1).take_all()
