"""Hugging Face tokenizers: gujtext as a custom normalizer and pre-tokenizer, offsets kept in the original.

A custom component lives in memory only: ``tokenizers`` cannot write one to a file, and says so. The rules that plain
replacement can express are there as a normalizer that can be written: ``Normalizer().to_huggingface()``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tokenizers import normalizers, pre_tokenizers

import gujtext
from gujtext.script import WORD_CLASS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tokenizers import NormalizedString, PreTokenizedString

    from gujtext.types import Change

# Characters that stand for what is deleted or replaced while the steps run: the last plane of private use.
_PRIVATE = range(0x100000, 0x10FFFE)
_IN_WORD = re.compile(f"[{WORD_CLASS}]")


class GujtextNormalizer:
    """Every rule of a profile inside a tokenizer; each character that stays keeps its offset.

    Arguments:
        profile: as for `gujtext.Normalizer`.
        **options: the same.

    Example:
        >>> from tokenizers import NormalizedString
        >>> text = NormalizedString("અેક ગામ")
        >>> GujtextNormalizer().normalize(text)
        >>> text.normalized, text[0:2].original
        ('એક ગામ', 'અેક')
    """

    def __init__(self, profile: str = "standard", **options: Any) -> None:
        self._normalizer = gujtext.Normalizer(profile, **options)

    def normalize(self, normalized: NormalizedString) -> None:
        """Change the string in place."""
        text = normalized.normalized
        changes = self._normalizer.explain(text).changes
        if changes:
            _rewrite(normalized, text, changes)


def _rewrite(normalized: NormalizedString, text: str, changes: Iterable[Change]) -> None:
    """Apply changes by place, with the only tools there are: map, filter, and replace wherever it occurs."""
    pieces = list(text)  # what each character becomes
    for start, end, _, after, _ in changes:
        if start < end:
            pieces[start:end] = _shared(after, end - start, at_start=not start or not _IN_WORD.match(text[start - 1]))
        elif start:
            pieces[start - 1] += after
        else:
            pieces[0] = after + pieces[0]
    used = set(text)
    free = (character for character in map(chr, _PRIVATE) if character not in used)
    stand_ins = {piece: next(free) for piece in dict.fromkeys(pieces) if len(piece) != 1}
    successive = iter([stand_ins.get(piece, piece) for piece in pieces])
    normalized.map(lambda _: next(successive))
    for piece, stand_in in stand_ins.items():
        if piece:
            normalized.replace(stand_in, piece)
        else:
            normalized.filter(stand_in.__ne__)


def _shared(after: str, places: int, *, at_start: bool) -> list[str]:
    """Share the new characters out to the places of the old ones.

    The edges keep their offsets, so that a token made of them covers all that it came from. A single character has
    one offset: the first at the start of a word, else the last.
    """
    if len(after) > places:
        return [*after[: places - 1], after[places - 1 :]]
    nothing = [""] * (places - len(after))
    if len(after) == 1 and at_start:
        return [after, *nothing]
    return [*after[:-1], *nothing, *after[-1:]]


class GujtextPreTokenizer:
    """gujtext's words as pre-tokens; white space is left out, as by ``Whitespace``.

    Arguments:
        **options: as for `gujtext.WordTokenizer`.

    Example:
        >>> pre_tokenizer().pre_tokenize_str("ગામ છે.")
        [('ગામ', (0, 3)), ('છે', (4, 6)), ('.', (6, 7))]
    """

    def __init__(self, **options: Any) -> None:
        self._words = gujtext.WordTokenizer(**options)

    def pre_tokenize(self, pretok: PreTokenizedString) -> None:
        """Split every piece that is there so far."""
        pretok.split(self._split)

    def _split(self, _: int, text: NormalizedString) -> list[NormalizedString]:
        plain = text.normalized
        spans = [(start, end) for _, start, end, _ in self._words.spans(plain)]
        pieces: list[NormalizedString] = []
        base = done = 0
        # No token holds a space, and most have one on both sides: these are cut at once.
        for chunk in text.split(" ", "removed"):
            while plain.startswith(" ", base):
                base += 1
            end = base + len(chunk.normalized)
            first = done
            while done < len(spans) and spans[done][0] < end:
                done += 1
            if spans[first:done] == [(base, end)]:
                pieces.append(chunk)
            else:
                pieces += _cut(chunk, base, spans[first:done])
            base = end
        return pieces


def _cut(text: NormalizedString, base: int, spans: list[tuple[int, int]]) -> Iterator[NormalizedString]:
    """Yield the slices, which begin at ``base``; halves first, because a slice costs as much as the text is long."""
    if len(spans) <= 8:
        for start, end in spans:
            yield text[start - base : end - base]
        return
    middle = len(spans) // 2
    turn = spans[middle][0]
    yield from _cut(text[: turn - base], base, spans[:middle])
    yield from _cut(text[turn - base :], turn, spans[middle:])


def normalizer(profile: str = "standard", **options: Any) -> Any:
    """Return `GujtextNormalizer` as a ``tokenizers`` normalizer, ready to be set or put into a ``Sequence``.

    Example:
        >>> normalizer("repair").normalize_str("અેક દુ:ખ")
        'એક દુઃખ'
    """
    return normalizers.Normalizer.custom(GujtextNormalizer(profile, **options))


def pre_tokenizer(**options: Any) -> Any:
    """Return `GujtextPreTokenizer` as a ``tokenizers`` pre-tokenizer.

    Example:
        >>> [word for word, _ in pre_tokenizer(split_hyphens=True).pre_tokenize_str("આગળ-પાછળ")]
        ['આગળ', '-', 'પાછળ']
    """
    return pre_tokenizers.PreTokenizer.custom(GujtextPreTokenizer(**options))
