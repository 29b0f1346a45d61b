"""``indicnlp.common``; the same as in ``gujtext.compat.indicnlp``."""

from __future__ import annotations

from gujtext.compat.indicnlp.common import (
    IndicNlpException as IndicNlpException,
    get_resources_path as get_resources_path,
    init as init,
    set_resources_path as set_resources_path,
)
