"""A poll within its letter, its results in words and as a workbook."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from bot.blotting import blotted
from domain.ids import PersonId, PollOptionId
from domain.roles.people import PersonName
from domain.talk.poll_cards import PollAnswer, PollCard, PollHead, PollResults, PollWard, ResultLine
from domain.talk.polls import Per, PollKind
from handlers.kit.screen import Button
from handlers.talk.poll_book import poll_book
from handlers.talk.poll_buttons import ChooseMarked, ChooseOption, GiveNumber, MarkOptions, OpenPoll, TakeSlot
from handlers.talk.poll_results_screens import answers, results
from handlers.talk.poll_rows import PollView, marked, notes, rows
from handlers.texts.translator import texts_in
from tests.architecture.poll_samples import MINE, NUMBER, ONE, SEVERAL, SLOTS, TAKEN, UNNAMED, WORDS

RU = texts_in("ru")
CHILD = PollWard(PersonId(101), PersonName("Иванов", "Пётр", "Олегович"))
SISTER = PollWard(PersonId(121), PersonName("Иванова", "Маша", "Олеговна"))
MOTHER, FATHER = PersonId(201), PersonId(202)
COMING = replace(ONE, options=(replace(WORDS[0], text="Приду"), replace(WORDS[1], text="=1+1")))
YES = COMING.options[0].id


def _card(head: PollHead, *wards: PollWard, **more: object) -> PollCard:
    return replace(PollCard(head, MOTHER, wards or (CHILD,)), **more)  # type: ignore[arg-type]


def _labels(drawn: list[list[Button]]) -> list[str]:
    return [button.label for row in drawn for button in row]


def test_one_tap_answers_where_there_is_one_child() -> None:
    [[first], [_]] = rows(_card(COMING), RU)
    assert first.action == ChooseOption(announcement=COMING.announcement, ward=CHILD.id, option=YES)


def test_of_two_children_one_is_chosen_first_and_the_way_back_stands() -> None:
    card = _card(COMING, CHILD, SISTER)
    assert _labels(rows(card, RU)) == ["👉 Пётр", "👉 Маша"]
    chosen = rows(card, RU, PollView(SISTER.id))
    assert chosen[0][0].action == ChooseOption(announcement=COMING.announcement, ward=SISTER.id, option=YES)
    assert chosen[-1][0].action == OpenPoll(announcement=COMING.announcement, ward=0, again=False)


def test_what_was_answered_stands_there_with_who_gave_it_and_can_be_changed() -> None:
    answer = PollAnswer((YES,), None, FATHER, PersonName("Иванов", "Олег", "Николаевич"))
    card = _card(COMING, answers={CHILD.id: answer})
    assert "✅ Ваш ответ: Приду (Иванов О. Н.)" in notes(card, RU)
    assert _labels(rows(card, RU)) == ["✏️ Изменить ответ"]
    assert _labels(rows(card, RU, PollView(CHILD.id, again=True)))[:2] == ["✅ Приду", "=1+1"]
    own = replace(card, answers={CHILD.id: replace(answer, by=MOTHER)})
    assert "Ваш ответ: Приду\n" in f"{notes(own, RU)}\n"


def test_without_names_that_is_said_before_and_nothing_can_be_changed_after() -> None:
    assert "Изменить ответ потом нельзя" in notes(_card(UNNAMED), RU)
    assert "последний" not in notes(_card(UNNAMED), RU)
    given = _card(UNNAMED, answered=frozenset({CHILD.id}))
    assert rows(given, RU) == []
    assert "Ответ принят" in notes(given, RU)


def test_ticks_lie_in_the_buttons_until_they_are_sent() -> None:
    drawn = rows(_card(SEVERAL), RU, PollView(CHILD.id, again=True, marks=0b101))
    assert [row[0].label[0] for row in drawn[:3]] == ["☑", "▫", "☑"]
    assert drawn[0][0].action == MarkOptions(announcement=SEVERAL.announcement, ward=CHILD.id, marks=0b100)
    send = ChooseMarked(announcement=SEVERAL.announcement, ward=CHILD.id, marks=0b101)
    assert send in [button.action for row in drawn for button in row]
    assert marked(SEVERAL, 0b101) == [WORDS[0].id, WORDS[2].id]
    assert "Ответить" not in "".join(_labels(rows(_card(SEVERAL), RU)))


def test_taken_times_are_not_shown_and_the_own_one_is_marked() -> None:
    other = replace(TAKEN, taken_for=PersonId(999))
    free = rows(_card(replace(SLOTS, options=(other, *SLOTS.options[1:3]))), RU)
    assert _labels(free) == ["17:10", "17:20"]
    assert isinstance(free[0][0].action, TakeSlot)
    mine = replace(MINE, options=(replace(TAKEN, taken_for=CHILD.id), *SLOTS.options[1:2]))
    assert _labels(rows(_card(mine), RU)) == ["🔁 Другое время", "✖️ Отказаться"]
    assert _labels(rows(_card(mine), RU, PollView(CHILD.id, again=True)))[:2] == ["✅ 17:00", "17:10"]
    assert "Ваше время: 25 ноября, 17:00, каб. &lt;12&gt;" in notes(_card(mine), RU)


def test_a_closed_poll_is_answered_no_more_but_a_time_can_be_given_back() -> None:
    assert rows(_card(COMING, open=False), RU) == []
    assert "закрыт" in notes(_card(COMING, open=False), RU)
    mine = replace(MINE, options=(replace(TAKEN, taken_for=CHILD.id),))
    assert _labels(rows(_card(mine, open=False), RU)) == ["✖️ Отказаться"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (NUMBER, "от 0.5 до 1500.5 ₽"),
        (replace(NUMBER, least=None, most=None), "Ответьте числом ₽"),
        (replace(NUMBER, unit="шт.", least=Decimal(2), most=None), "не меньше 2 шт."),
    ],
)
def test_money_is_said_to_be_counted_and_never_taken(head: PollHead, said: str) -> None:
    text = notes(_card(head), RU)
    assert said in text
    assert ("не принимает" in text) == (head.unit == "₽")


def test_few_whole_numbers_are_buttons() -> None:
    few = replace(NUMBER, unit=None, least=Decimal(1), most=Decimal(5))
    drawn = rows(_card(few), RU)
    assert _labels(drawn) == ["1", "2", "3", "4", "5"]
    assert drawn[0][0].action == GiveNumber(announcement=few.announcement, ward=CHILD.id, number=1)
    assert _labels(rows(_card(replace(few, least=Decimal("0.5"))), RU)) == ["✏️ Написать число"]


def _found(head: PollHead, *lines: ResultLine, votes: dict[PollOptionId, int] | None = None) -> PollResults:
    numbers = {Decimal(100): 2, Decimal("50.5"): 1} if head.kind is PollKind.NUMBER else None
    came = sum(one.answered for one in lines)
    return PollResults(head, len(lines), came, lines if head.named else (), votes, numbers, True, "Собрание <в среду>")


NO = ResultLine(SISTER, "1А", False)
SAID = ResultLine(CHILD, "7А", True, PollAnswer((COMING.options[1].id,), None, FATHER, PersonName("Иванов", "Олег")))


def test_results_are_bars_and_shares_and_those_who_are_silent() -> None:
    found = _found(COMING, SAID, NO, votes={YES: 1, COMING.options[1].id: 3})
    text = results(found, RU).text
    assert "Ответили: 1 из 2" in text
    assert "█" * 10 in text
    assert "███░░░░░░░" in text
    assert "&lt;в среду&gt;" in text
    assert "Иванова Маша, 1А" in answers(found, True, 0, RU).text
    assert "Иванов Пётр, 7А — =1+1 (Иванов О.)" in answers(found, False, 0, RU).text


def test_numbers_are_summed_with_their_spread() -> None:
    text = results(_found(NUMBER, NO), RU).text
    assert "Сумма: <b>250.5 ₽</b>" in text
    assert "От 50.5 ₽ до 100 ₽, в среднем 83.5 ₽" in text


def test_meetings_are_listed_by_time_with_who_comes() -> None:
    line = ResultLine(CHILD, "7А", True, None, replace(TAKEN, taken_for=CHILD.id), PersonName("Иванов", "Олег"))
    text = results(_found(replace(SLOTS, options=SLOTS.options[:2]), line, votes={}), RU).text
    assert text.endswith("<b>17:00</b> — Иванов Пётр, 7А (Иванов О.)\n<b>17:10</b> — свободно")


def test_too_few_answers_without_names_are_hidden_and_nobody_is_named() -> None:
    screen = results(_found(UNNAMED, SAID), RU)
    assert "итоги появятся" in screen.text
    labels = [button.label for row in screen.rows for button in row]
    assert not {"👤 По именам", "📄 Таблица XLSX"} & set(labels)


def _sheets(found: PollResults) -> dict[str, list[list[object]]]:
    """Without their headings."""
    read = CalamineWorkbook.from_filelike(BytesIO(poll_book(found, RU)))
    return {name: read.get_sheet_by_name(name).to_python()[1:] for name in read.sheet_names}


def test_the_workbook_has_names_and_totals_and_no_formula() -> None:
    found = _found(COMING, SAID, NO, votes={YES: 1, COMING.options[1].id: 3})
    assert _sheets(found) == {
        "По именам": [
            ["Иванов Пётр Олегович", "7А", "=1+1", "Иванов О."],
            ["Иванова Маша Олеговна", "1А", "", ""],
        ],
        "Итоги": [["Приду", 1], ["=1+1", 3]],
    }
    with ZipFile(BytesIO(poll_book(found, RU))) as parts:
        assert not any(b"<f>" in parts.read(f"xl/worksheets/sheet{n}.xml") for n in (1, 2))


def test_the_workbook_without_names_has_totals_alone() -> None:
    votes = {one.id: 1 for one in UNNAMED.options}
    assert list(_sheets(_found(UNNAMED, SAID, votes=votes))) == ["Итоги"]
    assert _sheets(_found(replace(NUMBER, per=Per.PERSON), NO))["Итоги"] == [[50.5, 1], [100, 2]]


def test_the_workbook_of_meetings_is_a_timetable() -> None:
    line = ResultLine(CHILD, "7А", True, None, replace(TAKEN, taken_for=CHILD.id), PersonName("Иванов", "Олег"))
    sheets = _sheets(_found(replace(SLOTS, options=SLOTS.options[:2]), line))
    assert [row[:2] for row in sheets["Встречи"]] == [
        ["25 ноября, 17:00, каб. <12>", "Иванов Пётр Олегович"],
        ["25 ноября, 17:10, каб. <12>", ""],
    ]


@pytest.mark.parametrize(
    "button",
    [
        ChooseOption(announcement=7, ward=101, option=55),
        ChooseMarked(announcement=7, ward=101, marks=5),
        MarkOptions(announcement=7, ward=101, marks=5),
        GiveNumber(announcement=7, ward=101, number=5),
    ],
)
def test_an_update_that_is_kept_aside_does_not_keep_what_was_answered(button: object) -> None:
    kept = blotted(json.dumps({"callback_query": {"data": button.pack(), "from": {"id": 5}}}))  # type: ignore[attr-defined]
    assert "101" not in kept
    assert ":5" not in kept.replace('": 5', "")
