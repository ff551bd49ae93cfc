"""The evening digest and notices, in words."""

from collections.abc import Iterable
from datetime import date

from domain.journal.remarks import Remark
from domain.messaging.contents import DigestNews, GuessingNews, LostNews, QuarantineNews
from domain.messaging.days_ahead import Unusual
from domain.messaging.digest_page import DigestHomework, DigestMark, DigestPage, DigestResult
from handlers.journal.remarks_screens import family_line
from handlers.journal.results_screens import period_name
from handlers.kit.cutting import cut
from handlers.kit.screen import Button, Screen
from handlers.kit.show import plain
from handlers.school.changes_lines import change_line
from handlers.talk.announced_buttons import AcknowledgeInDigest
from handlers.talk.poll_buttons import OpenPollBelow
from handlers.talk.signature_screens import digest_buttons, digest_part
from handlers.texts.translator import Markup, Texts

MOST, ROOM = 4096, 3900
"""Characters of a message, and what a digest uses of them."""
AROUND = 90
"""Of them, for a subject's or a sender's name and what else stands in a line."""
SHORTEST, LONGEST = 20, 600
MOST_CHANGES, LONGEST_CHANGE = 8, 150
"""Lines, and characters of one."""
MOST_DEBTS = 6
"""Lines; the rest stands in `/marks`."""


def digest_screen(news: DigestNews, texts: Texts) -> Screen:
    """One child's day: marks, absences, homework of the next school day, announcements."""
    page = news.page
    name = "" if news.own else page.pupil.listed
    parts: list[str] = [texts("digest-heading", name=name, own=news.own, day=texts.day(page.day))]
    parts += _past(page, texts)
    signed = len(parts)
    week = digest_part(texts, page.week) if page.week else ""
    parts += [week] if week else []
    parts += _changes(page, texts, ROOM - sum(len(part) for part in parts))
    parts += _ahead(page, texts, _room(page, ROOM - sum(len(part) for part in parts)))
    unread = [[_acknowledge(one.id, texts)] for one in page.announcements if one.asks_of(news.reader)]
    polls = [[_answer(one.id, texts)] for one in page.announcements if one.polled]
    if week and len(plain("\n\n".join(parts))) > MOST:
        del parts[signed]  # Its buttons say enough.
    return Screen("\n\n".join(parts), [*polls, *unread, *(digest_buttons(texts, page.week) if page.week else [])])


def lost_screen(news: LostNews, texts: Texts) -> Screen:
    children = ", ".join(pupil.listed for pupil in news.person.pupils)
    return Screen(texts("notice-lost", name=news.person.name.full, children=children, n=len(news.person.pupils)))


def guessing_screen(news: GuessingNews, texts: Texts) -> Screen:
    return Screen(texts("notice-guessing", n=news.attempts))


def quarantine_screen(news: QuarantineNews, texts: Texts) -> Screen:
    return Screen(texts("notice-quarantine", n=news.count))


def _past(page: DigestPage, texts: Texts) -> Iterable[str]:
    """Of marks, results, debts and absences, what there is."""
    if page.marks:
        yield _part(texts("digest-marks"), _marks(page, texts))
    if page.results:
        yield _part(texts("evening-results"), (_result(one, texts) for one in page.results))
    if page.debts:
        yield _part(texts("evening-debts"), _debts(page, texts))
    if page.absences:
        absences = (
            texts(
                "digest-absence",
                subject=one.subject,
                position=one.position,
                status=one.status,
                answer=one.answer or "none",
                day=_day(one.day, page, texts),
            )
            for one in page.absences
        )
        yield _part(texts("digest-absences"), absences)


def _changes(page: DigestPage, texts: Texts, left: int) -> Iterable[str]:
    """As many as leave room for the rest; the day itself shows all."""
    if page.changes and page.homework_day is not None:
        fitting = max(1, min(MOST_CHANGES, (left - (SHORTEST + AROUND) * _texts(page)) // LONGEST_CHANGE))
        lines: list[str] = [change_line(texts, one, of_class=True) for one in page.changes[:fitting]]
        more = ["…"] if len(page.changes) > fitting else []
        yield _part(texts("changes-digest", day=texts.date(page.homework_day)), [*lines, *more])


def _ahead(page: DigestPage, texts: Texts, room: int) -> Iterable[str]:
    """Of remarks, days off, homework and announcements, what there is; `room` characters of each."""
    if page.remarks:
        yield _part(texts("remarks-digest"), (_remark(one, page, room, texts) for one in page.remarks))
    if page.unusual and page.homework_day is not None:
        yield "\n".join(_unusual(page.unusual, page.homework_day, texts))
    if page.homework and page.homework_day is not None:
        day = page.homework_day
        heading = texts("digest-homework", weekday=day.isoweekday(), date=texts.date(day))
        yield _part(heading, (_task(one, room, texts) for one in page.homework))
    if page.announcements:
        letters = (
            texts("digest-announcement", sender=one.sender.full, text=cut(one.wording.text, room))
            for one in page.announcements
        )
        yield _part(texts("digest-announcements"), letters)


def _unusual(unusual: Unusual, day: date, texts: Texts) -> Iterable[str]:
    if unusual.off:
        yield texts("calendar-digest-off", name=unusual.off, day=texts.on_day(day))
    if unusual.worked:
        lent = unusual.worked.as_weekday
        lessons = texts("calendar-lent", weekday=lent) if lent else texts("calendar-digest-own")
        yield texts("calendar-digest-worked", day=texts.on_day(day), lessons=lessons)


def _room(page: DigestPage, left: int) -> int:
    """Characters for each text, of those that are left for all."""
    each = left // max(1, _texts(page)) - AROUND
    return max(SHORTEST, min(LONGEST, each))


def _texts(page: DigestPage) -> int:
    """How many texts by people there are."""
    return len(page.homework) + len(page.announcements) + len(page.remarks)


def _part(heading: str, lines: Iterable[str]) -> str:
    return "\n".join((heading, *lines))


def _task(one: DigestHomework, room: int, texts: Texts) -> str:
    if one.none_set:
        return texts("digest-no-homework", subject=one.subject)
    return texts("digest-task", subject=one.subject, text=cut(one.text, room), files=one.files)


def _remark(one: Remark, page: DigestPage, room: int, texts: Texts) -> str:
    line = family_line(texts, one, cut(one.text, room))
    return texts("remarks-digest-day", line=line, day=_day(one.day, page, texts))


def _result(one: DigestResult, texts: Texts) -> str:
    return texts("evening-result", subject=one.subject, period=period_name(texts, one.period), value=one.value)


def _debts(page: DigestPage, texts: Texts) -> list[str]:
    """The most pressing ones; how many more there are."""
    lines: list[str] = [
        texts(
            "evening-debt",
            subject=one.subject,
            work=one.work.lower(),
            day=texts.date(one.day),
            due=texts.date(one.due),
            when="overdue" if one.due < page.day else "today" if one.due == page.day else "ahead",
        )
        for one in page.debts[:MOST_DEBTS]
    ]
    more = len(page.debts) - len(lines)
    return [*lines, texts("evening-debts-more", n=more)] if more else lines


def _marks(page: DigestPage, texts: Texts) -> list[str]:
    """A line for each subject, its marks side by side."""
    by_subject: dict[str, list[DigestMark]] = {}
    for mark in page.marks:
        by_subject.setdefault(mark.subject, []).append(mark)
    return [
        texts("digest-mark", subject=subject, marks=Markup(", ".join(_mark(one, page, texts) for one in mine)))
        for subject, mine in by_subject.items()
    ]


def _mark(one: DigestMark, page: DigestPage, texts: Texts) -> str:
    return texts("digest-mark-one", value=one.value, work=one.work.lower(), day=_day(one.day, page, texts))


def _day(day: date | None, page: DigestPage, texts: Texts) -> str:
    """Said of what is not of the digest's own day."""
    return "today" if day is None or day == page.day else texts.date(day)


def _acknowledge(announcement: int, texts: Texts) -> Button:
    return Button(texts("announcement-acknowledge"), AcknowledgeInDigest(announcement=announcement))


def _answer(announcement: int, texts: Texts) -> Button:
    return Button(texts("poll-open"), OpenPollBelow(announcement=announcement))
