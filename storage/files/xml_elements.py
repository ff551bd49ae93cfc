"""The wanted elements of a stranger's XML, one after the other, and nothing else of it in memory."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from xml.parsers import expat

from storage.files.problems import FileDamaged, FileHostile

DEEPEST = 30
MOST_ELEMENTS = 3_000_000
LONGEST_TEXT = 100_000


@dataclass(slots=True)
class Element:
    tag: str
    line: int
    """From 1."""
    text: str = ""
    within: list["Element"] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)

    def said(self, tag: str) -> str:
        """The trimmed text of the first such element within; '' without one."""
        return next((one.text.strip() for one in self.within if one.tag == tag), "")

    def all_said(self, tag: str) -> tuple[str, ...]:
        return tuple(one.text.strip() for one in self.within if one.tag == tag and one.text.strip())

    def each(self, tag: str) -> Iterator["Element"]:
        return (one for one in self.within if one.tag == tag)


class _Gatherer:
    def __init__(self, wanted: Set[str], most: int) -> None:
        self.found: list[Element] = []
        self.root = ""
        self._wanted = wanted
        self._most = most
        self._open: list[Element] = []
        self._depth = 0
        self._seen = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _no_doctype

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._seen += 1
        if self._depth > DEEPEST or self._seen > self._most:
            raise FileHostile("It is nested more deeply, or has more elements, than any timetable needs.")
        self.root = self.root or tag
        if self._open or tag in self._wanted:
            self._open.append(Element(tag, self.parser.CurrentLineNumber, attributes=attributes))

    def _end(self, _: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        closed = self._open.pop()
        (self._open[-1].within if self._open else self.found).append(closed)

    def _text(self, text: str) -> None:
        if not self._open:
            return
        self._open[-1].text += text
        if len(self._open[-1].text) > LONGEST_TEXT:
            raise FileHostile("A text in it is longer than any timetable needs.")


def elements_of(content: bytes, root: str, wanted: Set[str], most: int = MOST_ELEMENTS) -> list[Element]:
    """Elements of these tags, outermost ones, in the document's order.

    Raises `FileDamaged` for what is not well formed or not of this root, `FileHostile` for a document type (where
    entities are made that grow a thousandfold) for more than `most` elements and for bottomless nesting.
    """
    gatherer = _Gatherer(wanted, most)
    try:
        gatherer.parser.Parse(content, True)
    except expat.ExpatError as why:
        said = expat.ErrorString(why.code)
        raise FileDamaged(f"It is damaged near line {why.lineno}, character {why.offset + 1}: {said}.") from None
    except LookupError:
        raise FileDamaged("It is in an encoding that nobody knows.") from None
    if gatherer.root != root:
        raise FileDamaged(f"It holds <{gatherer.root}> where <{root}> was expected.")
    return gatherer.found


def _no_doctype(*_: object) -> None:
    raise FileHostile("It has a document type with definitions of its own, which no timetable needs.")
