"""``indicnlp.loader``; the same as in ``gujtext.compat.indicnlp``."""

from __future__ import annotations

from gujtext.compat.indicnlp.loader import load as load
