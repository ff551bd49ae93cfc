"""Terms by taps and lines: what marks would move is asked, what is closed stays; a role that ended ends here too."""

from datetime import date

import pytest
from sqlalchemy import insert, update

from domain.errors import Outdated
from domain.ids import WorkKindId
from domain.school.calendar import TermKind
from domain.school.calendar_said import SaidTerm
from domain.school.terms_keeping import TermAlreadyClosed
from domain.school.timetable import LessonRef
from storage.tables import school as t
from storage.tables.grading import term_closings
from storage.tables.roles import role_grants
from storage.topics import ACCESS, TIMETABLE
from tests import school
from tests.stories.conftest import Story

DEPUTY, TEACHER = school.actor(school.DEPUTY), school.actor(school.ALGEBRA_TEACHER)
LESSON = LessonRef(school.entry_of(0), school.TUESDAY)
SECOND = SaidTerm(TermKind.QUARTER, 2, date(2026, 11, 5), date(2026, 12, 28))


async def test_marks_that_would_leave_their_term_are_asked_about_and_stay(story: Story) -> None:
    grading = story.application.wiring.services().grading
    await grading.put(TEACHER, LESSON, school.IVANOV, "5", WorkKindId(1))
    deputy, mother = await story.phones(school.DEPUTY, school.MOTHER)
    await deputy.write("2 четверть 25 ноября – 28 декабря")
    assert "1 отметка окажется в другом периоде" in (await deputy.wait_for("2-я четверть")).text
    terms = (await story.application.wiring.timetable.plan()).calendar.terms
    assert terms[1].starts_on == date(2026, 11, 2)
    await deputy.press("Внести")
    await deputy.wait_for("Записано")
    await mother.write("/day")
    assert "5" in (await mother.wait_for("Алгебра")).text


async def test_a_trimester_is_picked_by_taps_and_goes_again(story: Story) -> None:
    admin = await story.phone(school.ADMIN)
    await admin.write("/calendar")
    await admin.wait_for("Учебный год")
    for tap in ("Изменить", "Четверти", "1-й триместр", "1", "›", "30"):
        await admin.press(tap)
    assert "1-й триместр: 1 сентября – 30 октября" in (await admin.wait_for("Записано")).text
    kinds = {term.kind for term in (await story.application.wiring.timetable.plan()).calendar.terms}
    assert TermKind.TRIMESTER in kinds
    await admin.press("Отменить")
    await admin.wait_for("➖")
    kinds = {term.kind for term in (await story.application.wiring.timetable.plan()).calendar.terms}
    assert TermKind.TRIMESTER not in kinds


async def test_a_closed_term_keeps_its_days(story: Story) -> None:
    keeping = story.application.wiring.services().terms_keeping
    change = await keeping.keep(DEPUTY, SECOND)
    closing = {"class_id": school.CLASS_7A, "closed_by": school.DEPUTY, "closed_at": school.STARTED}
    async with story.application.database.begin() as tx:
        await tx.run(insert(term_closings).values(term_id=2, **closing))
    for attempt in (keeping.propose(DEPUTY, SECOND), keeping.keep(DEPUTY, SECOND), keeping.undo(DEPUTY, change.id)):
        with pytest.raises(TermAlreadyClosed):
            await attempt


async def test_an_undo_of_days_that_were_changed_since_does_nothing(story: Story) -> None:
    keeping = story.application.wiring.services().terms_keeping
    first = await keeping.keep(DEPUTY, SECOND)
    second = await keeping.keep(DEPUTY, SaidTerm(TermKind.QUARTER, 2, date(2026, 11, 3), date(2026, 12, 28)))
    with pytest.raises(Outdated):
        await keeping.undo(DEPUTY, first.id)
    with pytest.raises(Outdated):
        await story.application.wiring.services().calendar_keeping.undo(DEPUTY, second.id)
    assert (await keeping.undo(DEPUTY, second.id)).after == SECOND


async def test_the_week_is_named_where_weeks_alternate(story: Story) -> None:
    mother, orlov = await story.phones(school.MOTHER, school.ORLOV)
    await mother.write("/calendar")
    assert "неделя" not in (await mother.wait_for("Учебный год")).text
    async with story.application.database.begin() as tx:
        entry = t.timetable_entries.c.id == school.entry_of(0)
        await tx.run(update(t.timetable_entries).where(entry).values(week_parity=0))
        tx.touch(TIMETABLE)
    await mother.write("/calendar")
    await mother.wait_for("Эта неделя — чётная")
    await orlov.write("/calendar")
    assert "неделя" not in (await orlov.wait_for("Учебный год")).text


async def test_whose_role_was_taken_away_taps_old_screens_in_vain(story: Story) -> None:
    secretary = await story.phone(school.SECRETARY)
    await secretary.write("выходной 29 ноября")
    await secretary.wait_for("Записано")
    await secretary.press("Назад")
    days = await secretary.wait_for("Учебный год", button="➕ Каникулы")
    await secretary.write("/bells")
    bells = await secretary.wait_for("🔔", button="✏️ Изменить")
    async with story.application.database.begin() as tx:
        mine = role_grants.c.person_id == school.SECRETARY
        await tx.run(update(role_grants).where(mine).values(ended_at=school.STARTED))
        tx.touch(ACCESS)
    for message, button in (
        (days, "🎌 Праздники России"),
        (days, "📐 Четверти"),
        (days, "29.11"),
        (bells, "✏️ Изменить"),
    ):
        answer = await secretary.press(button, message=message)
        assert answer is not None, button
        assert "недоступно" in answer.text or "спросите" in answer.text, (button, answer)
