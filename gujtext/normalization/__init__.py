"""Normalization: one encoding for each picture, and an account of every change.

The rules and profiles are tables in ``resources/normalization/``; ``engine`` runs them, ``wellformed`` reports what
no rule can repair, ``legacy`` converts text typed for fonts that put Gujarati shapes on Latin keys.
"""

from __future__ import annotations

from gujtext.normalization.normalizer import Normalizer, explain, is_normalized, normalize
from gujtext.normalization.rules import PROFILES, Rule, rule_text, rules
from gujtext.normalization.wellformed import check

__all__ = ["PROFILES", "Normalizer", "Rule", "check", "explain", "is_normalized", "normalize", "rule_text", "rules"]
