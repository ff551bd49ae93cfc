"""How many marks a term's attestation needs (накопляемость, 3.6.2)."""

from fractions import Fraction

from domain.journal.rules import JournalRules

NOT_ATTESTED, EXEMPT, PASSED, FAILED = "н/а", "осв.", "зач", "незач"
WORDS = (NOT_ATTESTED, EXEMPT, PASSED, FAILED)
"""Results that are no number."""


def fewest_marks(lessons_a_week: Fraction, rules: JournalRules) -> int:
    """By whole lessons a week: one and a half count as one; less than one as one; more than four as four."""
    return rules.fewest_marks[min(max(int(lessons_a_week), 1), 4) - 1]
