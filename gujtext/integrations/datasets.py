"""Hugging Face datasets: ``dataset.map(MapStep("normalize"), batched=True, num_proc=2)``, cached as it should be.

The fingerprint that datasets makes of the function depends on the step, its options and the version of gujtext, and
on nothing else: the cache is found again in another process, and is not taken for the result of other rules.
"""

from __future__ import annotations

from gujtext.integrations.batches import BatchStep


class MapStep(BatchStep):
    """A step over one column of a dataset, for ``map`` with and without ``batched=True``; see `BatchStep`.

    Example:
        >>> MapStep("sentences", out="sentence", explode=True)({"id": [1, 2], "text": ["અેક ગામ. હા.", None]})
        {'id': [1, 1], 'text': ['અેક ગામ. હા.', 'અેક ગામ. હા.'], 'sentence': ['અેક ગામ.', 'હા.']}
    """
