"""The school's rules of the journal: the usual ones until it sets its own, each change numbered."""

from decimal import Decimal

from domain.ids import SubjectId, WorkKindId
from domain.journal.rules import JournalRules
from domain.journal.scale import CREDIT, FIVE_POINTS
from storage.database import Database
from storage.journal.rules import KnownRules, RuleRows, kept
from tests import school

OWN = JournalRules(
    borders=(Decimal("4.65"), Decimal("3.65"), Decimal("2.65")),
    weights={WorkKindId(4): 3},
    term_kinds={9: "trimester"},
    scales={SubjectId(2): "credit"},
    retake_counts_mean=True,
)


async def test_a_school_that_has_set_nothing_has_the_usual_rules(database: Database) -> None:
    rules = await KnownRules(database).rules()
    assert rules == JournalRules()
    assert rules.scale_of(SubjectId(2)) is FIVE_POINTS


async def test_what_it_sets_stands_with_its_number_and_is_read_once(database: Database) -> None:
    known = KnownRules(database)
    assert (await known.rules()).version == 0
    async with database.begin() as tx:
        number = await RuleRows(tx).add(kept(OWN), school.DEPUTY)
    rules = await known.rules()
    assert (rules.version, rules.borders, rules.scale_of(SubjectId(2))) == (number, OWN.borders, CREDIT)
    assert (rules.weight_of(WorkKindId(4), 1), rules.weight_of(WorkKindId(1), 1)) == (3, 1)
    before = database.statements
    await known.rules()
    assert database.statements == before


def test_only_what_differs_is_kept() -> None:
    assert kept(JournalRules()) == {}
    assert kept(OWN).keys() == {"borders", "weights", "term_kinds", "scales", "retake_counts_mean"}
