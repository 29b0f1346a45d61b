"""Steps chained over a text, every offset in the caller's original.

The names are imported when first used, so that ``gujtext pipe --help`` loads no step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gujtext.lazy import lazy_names

# Public name -> the module it lives in.
_HOMES = {
    "Doc": "document",
    "DocSentence": "pieces",
    "DocToken": "pieces",
    "Pipeline": "chain",
    "PipelineError": "errors",
}

__all__ = sorted(_HOMES)

if TYPE_CHECKING:
    from gujtext.pipeline.chain import Pipeline as Pipeline
    from gujtext.pipeline.document import Doc as Doc
    from gujtext.pipeline.errors import PipelineError as PipelineError
    from gujtext.pipeline.pieces import DocSentence as DocSentence, DocToken as DocToken

__getattr__, __dir__ = lazy_names(__name__, _HOMES, globals())
