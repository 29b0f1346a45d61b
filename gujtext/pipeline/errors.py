"""What a pipeline raises."""

from __future__ import annotations

from gujtext.types import GujtextError


class PipelineError(GujtextError):
    """A step or option that there is none of, steps in an order that makes no sense, a result not asked for.

    Example:
        >>> from gujtext import Pipeline
        >>> Pipeline(["word"])  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        gujtext.pipeline.errors.PipelineError: there is no step 'word'; the steps are ...
    """
