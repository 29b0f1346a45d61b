"""Steps chained: a text goes in, a document with every offset in that text comes out."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from gujtext.parallel import ordered_map
from gujtext.pipeline.alignment import Alignment, rewritten
from gujtext.pipeline.document import Doc
from gujtext.pipeline.errors import PipelineError
from gujtext.pipeline.pieces import DocSentence, DocToken
from gujtext.pipeline.steps import FINDS, REWRITES, STEPS
from gujtext.pipeline.syntax import configured, parsed, written
from gujtext.types import NameMatch, NumberMatch, require_text

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

Context = TypeVar("Context")
Located = TypeVar("Located", NameMatch, NumberMatch)

_make_token = partial(tuple.__new__, DocToken)  # half the cost of DocToken(...)
# So many texts travel to a worker at once.
BATCH = 100


class Pipeline:
    """Steps that change a text and find pieces of it, every offset in the text that the caller passed.

    Arguments:
        steps: names, or (name, options) pairs: normalize, repair_digit_confusables, to_gujarati_digits,
            to_ascii_digits, to_devanagari_digits, verbalize, inverse_normalize change the text and come first;
            sentences, words, names, numbers find pieces of it; transliterate writes it in Latin letters. Options are
            those of the functions and classes of the same purpose. Or one line, as on the command line:
            ``"normalize profile=visual | sentences | words"``.

    A pipeline is a value: it can be copied, pickled, compared, and used by several threads at once.

    Raises:
        PipelineError: an unknown step or option, with the known ones; an order that makes no sense.

    Example:
        >>> pipeline = Pipeline(["normalize", "sentences", ("words", {"split_hyphens": True})])
        >>> doc = pipeline("શંુ થયું? આગળ-પાછળ જુઓ.")
        >>> [(token.start, token.end, token.text, token.normalized) for token in doc.tokens[:2]]
        [(0, 3, 'શંુ', 'શું'), (4, 8, 'થયું', 'થયું')]
        >>> [sentence.text for sentence in doc.sentences]
        ['શંુ થયું?', 'આગળ-પાછળ જુઓ.']
        >>> pipeline
        Pipeline(['normalize', 'sentences', ('words', {'split_hyphens': True})])
    """

    def __init__(self, steps: str | Iterable[str | tuple[str, Mapping[str, Any]]]) -> None:
        chain = parsed(steps) if isinstance(steps, str) else configured(steps)
        _check_order([name for name, _ in chain])
        self._chain = chain
        self._rewriters = []
        self._finders: dict[str, Any] = {}
        for name, options in chain:
            try:
                work = STEPS[name].make(**options)
            except (ValueError, TypeError) as error:  # an unknown profile, rule, scheme ...
                raise PipelineError(f"{written(name, options)}: {error}") from error
            if STEPS[name].role == REWRITES:
                self._rewriters.append(work)
            else:
                self._finders[name] = work

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of the steps."""
        return tuple(name for name, _ in self._chain)

    @property
    def ends_in_text(self) -> bool:
        """Whether no step finds pieces, so that `text` is all there is to know."""
        return all(STEPS[name].role != FINDS for name in self.steps)

    def __call__(self, text: str) -> Doc:
        """Run the steps over a text.

        Raises:
            TypeError: the text is no ``str``.
            GujtextError: a strict transliteration met a character that its scheme cannot express.
        """
        require_text(text)
        result = rewritten(text, [rewriter.explain for rewriter in self._rewriters])
        clean = result.text
        back = Alignment(result) if result.changes else None
        parts: dict[str, Any] = {}
        for name, find in self._finders.items():
            if name == "sentences":
                parts["sentences"] = self._sentences(text, clean, back)
            elif name == "words":
                parts["tokens"] = () if "sentences" in self._finders else self._tokens(text, clean, 0, back)
            elif name == "transliterate":
                parts["latin"] = find(clean)
            else:
                parts[name] = tuple(find(clean) if back is None else (_moved(one, text, back) for one in find(clean)))
        if "tokens" in parts and "sentences" in parts:
            parts["tokens"] = tuple(token for sentence in parts["sentences"] for token in sentence.tokens)
        return Doc(text, clean, result.changes, parts)

    def text(self, text: str) -> str:
        """Return the text after the steps that change or transliterate it; the same object where they do nothing.

        Example:
            >>> Pipeline(["normalize", "transliterate"]).text("અેક ગામ")
            'ek gam'
        """
        require_text(text)
        for rewriter in self._rewriters:
            text = rewriter.rewrite(text)
        write = self._finders.get("transliterate")
        return write(text) if write else text

    @overload
    def pipe(
        self, texts: Iterable[str], *, n_process: int = 1, batch_size: int = BATCH, as_tuples: Literal[False] = False
    ) -> Generator[Doc, None, None]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, Context]],
        *,
        n_process: int = 1,
        batch_size: int = BATCH,
        as_tuples: Literal[True],
    ) -> Generator[tuple[Doc, Context], None, None]: ...

    def pipe(
        self, texts: Iterable[Any], *, n_process: int = 1, batch_size: int = BATCH, as_tuples: bool = False
    ) -> Generator[Any, None, None]:
        """Run the steps over many texts, in order, with no more in memory than a few batches.

        Arguments:
            texts: any iterable, an endless one too; (text, context) pairs with ``as_tuples``.
            n_process: how many processes do the work; 1 is this one. See `gujtext.parallel.ordered_map`.
            batch_size: so many texts go to a process at once.
            as_tuples: give back (document, context) pairs; a context is any object, and never leaves this process.

        Raises:
            WorkerError: a worker process was killed.
            TypeError: ``texts`` is one string, or one of them is none.
            GujtextError: a number of processes or texts below 1.

        Example:
            >>> pipeline = Pipeline(["words"])
            >>> [len(doc.tokens) for doc in pipeline.pipe(["એક ગામ", "બે"])]
            [2, 1]
            >>> [(doc.text, key) for doc, key in pipeline.pipe([("એક", 7)], as_tuples=True)]
            [('એક', 7)]
        """
        if isinstance(texts, str):
            raise TypeError("pipe takes an iterable of texts; for one text, call the pipeline itself")
        if batch_size < 1:
            raise PipelineError(f"batch_size is {batch_size}; at least 1 is needed")
        contexts: deque[Any] = deque()
        plain = _without_contexts(texts, contexts) if as_tuples else iter(texts)
        if n_process == 1:
            docs: Generator[Any, None, None] = (self(text) for text in plain)
        else:
            docs = _flat(ordered_map(partial(_batch, self), _batches(plain, batch_size), n_process))
        return _with_contexts(docs, contexts) if as_tuples else docs

    def _sentences(self, text: str, clean: str, back: Alignment | None) -> tuple[DocSentence, ...]:
        found = []
        for sentence, start, end in self._finders["sentences"](clean):
            tokens = self._tokens(text, sentence, start, back) if "words" in self._finders else ()
            if back is None:
                found.append(DocSentence(sentence, start, end, sentence, tokens))
            else:
                first, last = back.span(start, end)
                found.append(DocSentence(text[first:last], first, last, sentence, tokens))
        return tuple(found)

    def _tokens(self, text: str, piece: str, begin: int, back: Alignment | None) -> tuple[DocToken, ...]:
        """Return the tokens of a piece that begins at this offset of the changed text."""
        tokens = self._finders["words"](piece)
        if not tokens:
            return ()
        words, starts, ends, kinds = zip(*tokens, strict=True)
        places = [map(begin.__add__, column) if begin else column for column in (starts, ends)]
        if back is None:
            return tuple(map(_make_token, zip(words, *places, kinds, words, strict=True)))
        firsts, lasts = back.spans(*places)
        slices = map(text.__getitem__, map(slice, firsts, lasts))
        return tuple(map(_make_token, zip(slices, firsts, lasts, kinds, words, strict=True)))

    def _given(self) -> list[str | tuple[str, dict[str, Any]]]:
        return [(name, options) if options else name for name, options in self._chain]

    def __reduce__(self) -> tuple[Any, ...]:
        return Pipeline, (self._given(),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pipeline) and self._chain == other._chain

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        return f"Pipeline({self._given()!r})"

    def __str__(self) -> str:
        return " | ".join(written(name, options) for name, options in self._chain)


def _check_order(names: list[str]) -> None:
    for place, name in enumerate(names):
        before = names[:place]
        role = STEPS[name].role
        late = next((one for one in before if STEPS[one].role != REWRITES), None)
        if role == REWRITES and late:
            raise PipelineError(f"{name!r} changes the text and must come before {late!r}")
        if role != REWRITES and name in before:
            raise PipelineError(f"the step {name!r} comes twice")


def _moved(match: Located, text: str, back: Alignment) -> Located:
    start, end = back.span(match.start, match.end)
    moved = match._replace(text=text[start:end], start=start, end=end)
    if isinstance(moved, NumberMatch) and moved.alternatives:
        return moved._replace(alternatives=tuple(_moved(other, text, back) for other in moved.alternatives))
    return moved


def _batch(pipeline: Pipeline, texts: list[str]) -> list[Doc]:
    return [pipeline(text) for text in texts]


def _batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    """Collect texts; what came before a wrong one, or before an error of the iterable, still goes to work."""
    batch: list[str] = []
    try:
        for text in texts:
            require_text(text)
            batch.append(text)
            if len(batch) == size:
                yield batch
                batch = []
    except Exception as error:
        failure: Exception | None = error
    else:
        failure = None
    if batch:
        yield batch
    if failure is not None:
        raise failure


def _flat(batches: Generator[list[Doc], None, None]) -> Generator[Doc, None, None]:
    try:
        for batch in batches:
            yield from batch
    finally:
        batches.close()


def _without_contexts(pairs: Iterable[tuple[str, Any]], contexts: deque[Any]) -> Iterator[str]:
    for text, context in pairs:
        contexts.append(context)
        yield text


def _with_contexts(docs: Generator[Doc, None, None], contexts: deque[Any]) -> Generator[tuple[Doc, Any], None, None]:
    try:
        for doc in docs:
            yield doc, contexts.popleft()
    finally:
        docs.close()
