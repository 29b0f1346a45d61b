"""Ray Data: a class for ``map_batches``, built once in every worker.

A worker gets the name of the step and its options, so that tables are loaded once and stay warm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gujtext.integrations.batches import BatchStep

if TYPE_CHECKING:
    from gujtext.integrations.options import StepLike


class GujtextBatches(BatchStep):
    """A step over one column of every batch, in any ``batch_format``; arguments as for `BatchStep`.

    Example:
        >>> GujtextBatches("normalize", "body")({"body": ["અેક"]})  # what a worker does
        {'body': ['એક']}
    """


def map_column(
    dataset: Any, step: StepLike, column: str = "text", *, workers: int | None = None, **options: Any
) -> Any:
    """Map a step over one column of a Ray dataset by actors that keep their tables warm.

    Arguments:
        dataset: a ``ray.data.Dataset``.
        step: as for `gujtext.integrations.options.Step`.
        column: the column with the texts.
        workers: how many actors; as many as Ray finds useful unless told otherwise.
        **options: ``out`` and ``explode`` as for `BatchStep`, and the step's own.

    Returns:
        The new dataset, lazy as Ray's are.

    Raises:
        GujtextError: an unknown step or option, here and not in a worker.
    """
    GujtextBatches(step, column, **options)
    from ray.data import ActorPoolStrategy

    return dataset.map_batches(
        GujtextBatches,
        fn_constructor_args=(step, column),
        fn_constructor_kwargs=options,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(size=workers) if workers else ActorPoolStrategy(),
    )
