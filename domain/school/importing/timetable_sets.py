"""Which classes and subgroups a timetable program's sets of pupils are (docs/decisions/0003-fet-student-sets.md)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.school.class_names import class_norm, grade_of
from domain.school.importing.cells import LONGEST_GROUP, class_name, group_name
from domain.school.importing.timetable_source import StudentSet

_NO_LETTERS = r"(?!(?:кл|гр|ые|gr|cl|th|st|nd|rd)\b|клас|груп|clas|grad|grup|group)"
_LETTERED = re.compile(
    rf"\d{{1,2}}{_NO_LETTERS}[^\W\d_]{{1,12}}"
    rf"|\d{{1,2}}\s*[-–.]?\s*[\"«„“'’]?{_NO_LETTERS}[^\W\d_]{{1,3}}[\"»“”'’]?\s*(?:\(.*\))?",
    re.IGNORECASE,
)
_PARALLEL = re.compile(r"\d{1,2}(?:\s*-?\s*(?:е|й|ые|х|th))?\s*(?:(?:кл|клас|grade|clas)\w*)?\.?", re.IGNORECASE)
_HEAD = re.compile(r"\s*(\d{1,2}\s*[-–]?\s*[\"«„“'’]?[^\W\d_](?![^\W\d_])[\"»“”'’]?)[\s\-–_./,:()]*(.*)")
_GRADE_AND = re.compile(r"^\s*\d{1,2}(?![^\W\d_])[\s\-–_./]*")
_BETWEEN = " -–_./,:()"


@dataclass(frozen=True, slots=True)
class SetPart:
    """A class, whole (`group` None) or a subgroup of it."""

    class_name: str
    group: str | None = None


@dataclass
class Sets:
    """What sets of pupils mean: by the levels of the file where it has them, else by their names."""

    years: Sequence[StudentSet]
    classes: dict[str, str] = field(default_factory=dict)
    """Names of classes by their norm: those known to the school, then those of the file."""
    _leaves: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, sets: Iterable[str], years: Sequence[StudentSet], known: Mapping[str, str]) -> "Sets":
        """`known`: the school's classes by norm."""
        made = cls(years, dict(known))
        for year in years:
            made._gather(year)
        loose = [name for name in dict.fromkeys(sets) if name not in made._leaves]
        for name in (*(one for year in years for one in made._topmost(year)), *filter(made._is_class, loose)):
            made.classes.setdefault(class_norm(name), name)
        made._add_years()
        for name in loose:
            made._add_head(name)
        for name in (*(year.name for year in years), *loose):
            made._add_bare(name)
        return made

    def meaning(self, name: str) -> tuple[SetPart, ...]:
        """Empty for a set of which no class can be told."""
        own = self.classes.get(class_norm(name))
        if own is not None:
            return (SetPart(own),)
        return self._by_levels(name) or self._by_parallel(name) or self._by_name(name)

    def _by_levels(self, name: str) -> tuple[SetPart, ...]:
        """A set holds of each class all its pupils, some (a subgroup) or none; told by the lowest subgroups."""
        mine = self._leaves.get(name, frozenset())
        parts = ((class_, self._leaves[given], given) for given, class_ in self._given() if mine & self._leaves[given])
        return tuple(SetPart(class_, None if all_ <= mine else _rest(name, given)) for class_, all_, given in parts)

    def _given(self) -> Iterator[tuple[str, str]]:
        """Classes of the file's levels: as the file names them, and as the school does."""
        return ((name, self.classes[class_norm(name)]) for name in self._leaves if class_norm(name) in self.classes)

    def _by_parallel(self, name: str) -> tuple[SetPart, ...]:
        if not _PARALLEL.fullmatch(name.strip()):
            return ()
        return tuple(SetPart(one) for one in self.classes.values() if grade_of(one) == grade_of(name))

    def _by_name(self, name: str) -> tuple[SetPart, ...]:
        head = _HEAD.fullmatch(name)
        known = self.classes.get(class_norm(head.group(1))) if head else None
        return (SetPart(known, _rest(name, known)),) if known else ()

    def _gather(self, node: StudentSet) -> frozenset[str]:
        leaves = frozenset[str]().union(*map(self._gather, node.within)) if node.within else frozenset({node.name})
        self._leaves[node.name] = self._leaves.get(node.name, frozenset()) | leaves
        return leaves

    def _topmost(self, node: StudentSet) -> list[str]:
        """Classes at the highest level where there are some; what is beneath a class is no class."""
        if self._is_class(node.name):
            return [node.name]
        return [name for child in node.within for name in self._topmost(child)]

    def _is_class(self, name: str) -> bool:
        lettered = _LETTERED.fullmatch(name.strip()) and class_name(name)
        return class_norm(name) in self.classes or bool(lettered)

    def _add_years(self) -> None:
        """«2 C PNI», a year of its own, is a class; two years that begin so halve the class «2 C»."""
        heads = {year.name: head for year in self.years if (head := _head_of(year.name))}
        for name, head in heads.items():
            if not self._by_levels(name):
                self._add_year(name, head, shared=list(heads.values()).count(head) > 1)

    def _add_year(self, name: str, head: str, *, shared: bool) -> None:
        if class_norm(head) not in self.classes:
            own = head if shared or not class_name(name) else name
            self.classes[class_norm(own)] = own

    def _add_head(self, name: str) -> None:
        """«10 б математики» tells of a class «10 б» where none of the file's sets is that class."""
        head = _head_of(name)
        if head:
            self.classes.setdefault(class_norm(head), head)

    def _add_bare(self, name: str) -> None:
        """«8», «8 класс» is a class where the school has no class of that grade with a letter."""
        grade = grade_of(name)
        bare = grade and _PARALLEL.fullmatch(name.strip())
        if bare and not any(grade_of(one) == grade for one in self.classes.values()):
            self.classes[class_norm(name)] = name.strip()


def _head_of(name: str) -> str | None:
    """«10 б» of «10 б математики»; None where no class, or nothing but it, stands at the beginning."""
    head = _HEAD.fullmatch(name)
    fits = head and head.group(2) and not _PARALLEL.fullmatch(name.strip()) and class_name(head.group(1))
    return head.group(1).strip() if head and fits else None


def _rest(name: str, of_class: str) -> str:
    """What of a set's name names the subgroup: «10 б математики» → «математики», «7А гр1» → «1»."""
    head = _HEAD.fullmatch(name)
    if head and class_norm(head.group(1)) == class_norm(of_class):
        rest = head.group(2)
    elif name.startswith(of_class):
        rest = name.removeprefix(of_class).lstrip(_BETWEEN)
    else:
        rest = _GRADE_AND.sub("", name)
    spaced = group_name(re.sub(r"(?<=[^\W\d_])(?=\d)", " ", rest))
    number = spaced if spaced and spaced.isdigit() else None
    return number or group_name(rest) or " ".join(name.split())[:LONGEST_GROUP]
