"""A text to look at: one page of HTML with its sentences, tokens, names, numbers, changes and findings.

The page needs no script and nothing from elsewhere; its style sheet is ``resources/view/page.css``.
"""

from __future__ import annotations

from gujtext.view.document import FRAGMENT_LIMIT, PAGE_LIMIT, fragment, page

__all__ = ["FRAGMENT_LIMIT", "PAGE_LIMIT", "fragment", "page"]
