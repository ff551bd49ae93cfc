"""`/absent`: «Не придём», by taps or in one line, with a photo of a paper; changed and taken back (3.3.7)."""

from collections.abc import Sequence

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.attendance.announcing import AbsenceNotes
from domain.attendance.note_line import SaidAbsence, absence_in
from domain.attendance.notes import NoteCard, NoteReason, Paper
from domain.ids import NoteId, PersonId
from domain.roles.people import Actor
from domain.school.roster import Seat
from handlers.attendance import note_screens as screens
from handlers.attendance.forms import BringsPaper, NoteForm, remembered
from handlers.attendance.note_buttons import (
    Announce,
    AnnounceNow,
    AskNoteDays,
    AskNoteReason,
    AskWords,
    CancelNote,
    ChooseDays,
    ChooseLessons,
    ChooseReason,
    OpenNote,
    SetNoteDays,
    SetNoteReason,
    ShowPaper,
)
from handlers.journal.homework_line import files_of
from handlers.kit.days import day_of
from handlers.kit.screen import Screen
from handlers.kit.show import close, show
from handlers.texts.translator import Texts

router = Router(name="absence-notes")


@router.message(Command("absent", "отсутствие"))
async def announce_by_command(
    message: Message, command: CommandObject, actor: Actor, texts: Texts, absence_notes: AbsenceNotes, state: FSMContext
) -> None:
    await _begin(message, actor, texts, absence_notes, state, command.args or "")


@router.callback_query(AnnounceNow.filter())
async def announce_now(
    query: CallbackQuery, actor: Actor, texts: Texts, absence_notes: AbsenceNotes, state: FSMContext
) -> None:
    await _begin(query, actor, texts, absence_notes, state, "")


@router.callback_query(ChooseDays.filter())
async def choose_days(
    query: CallbackQuery,
    callback_data: ChooseDays,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    await show(query, await _days(actor, texts, absence_notes, state, PersonId(callback_data.pupil)))


@router.callback_query(ChooseLessons.filter())
async def choose_lessons(
    query: CallbackQuery, callback_data: ChooseLessons, actor: Actor, texts: Texts, absence_notes: AbsenceNotes
) -> None:
    pupil, day = PersonId(callback_data.pupil), day_of(callback_data.day)
    lessons = await absence_notes.lessons(actor, pupil, day)
    await show(query, screens.lessons(texts, await absence_notes.child(actor, pupil), day, lessons))


@router.callback_query(ChooseReason.filter())
async def choose_reason(
    query: CallbackQuery,
    callback_data: ChooseReason,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    """Not asked where the line has said it already."""
    seat, span = await absence_notes.child(actor, PersonId(callback_data.pupil)), callback_data.meant
    kept = await state.get_data()
    if "note_reason" in kept:
        reason = NoteReason(kept["note_reason"])
        card = await absence_notes.announce(actor, seat.pupil, span, reason, kept.get("note_words"))
        await show(query, await _saved(texts, absence_notes, state, card))
        return
    await state.clear()
    await show(query, screens.reasons(texts, seat, span))


@router.callback_query(AskWords.filter())
async def ask_words(
    query: CallbackQuery,
    callback_data: AskWords,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    seat = await absence_notes.child(actor, PersonId(callback_data.pupil))
    await state.set_state(NoteForm.words)
    await state.set_data({"pupil": seat.pupil, "span": callback_data.span})
    await show(query, screens.ask_words(texts, seat.name, callback_data.meant, seat.pupil))


@router.callback_query(Announce.filter())
async def announce(
    query: CallbackQuery,
    callback_data: Announce,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    words = (await state.get_data()).get("note_words")
    pupil = PersonId(callback_data.pupil)
    card = await absence_notes.announce(actor, pupil, callback_data.meant, callback_data.to, words)
    await show(query, await _saved(texts, absence_notes, state, card), texts("note-saved-toast"))


@router.callback_query(OpenNote.filter())
async def open_note(
    query: CallbackQuery,
    callback_data: OpenNote,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    card = await absence_notes.own(actor, NoteId(callback_data.note))
    await show(query, await _saved(texts, absence_notes, state, card))


@router.callback_query(AskNoteReason.filter())
async def ask_note_reason(
    query: CallbackQuery, callback_data: AskNoteReason, actor: Actor, texts: Texts, absence_notes: AbsenceNotes
) -> None:
    await show(query, screens.other_reasons(texts, await absence_notes.own(actor, NoteId(callback_data.note))))


@router.callback_query(SetNoteReason.filter())
async def set_note_reason(
    query: CallbackQuery,
    callback_data: SetNoteReason,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    card = await absence_notes.change_reason(actor, NoteId(callback_data.note), callback_data.to, None)
    await show(query, await _saved(texts, absence_notes, state, card), texts("note-saved-toast"))


@router.callback_query(AskNoteDays.filter())
async def ask_note_days(
    query: CallbackQuery,
    callback_data: AskNoteDays,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    card = await absence_notes.own(actor, NoteId(callback_data.note))
    await show(query, await _days(actor, texts, absence_notes, state, card.note.pupil, card.note.id))


@router.callback_query(SetNoteDays.filter())
async def set_note_days(
    query: CallbackQuery,
    callback_data: SetNoteDays,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    card = await absence_notes.change_days(actor, NoteId(callback_data.note), callback_data.meant)
    await show(query, await _saved(texts, absence_notes, state, card), texts("note-saved-toast"))


@router.callback_query(CancelNote.filter())
async def cancel_note(
    query: CallbackQuery,
    callback_data: CancelNote,
    actor: Actor,
    texts: Texts,
    absence_notes: AbsenceNotes,
    state: FSMContext,
) -> None:
    card = await absence_notes.cancel(actor, NoteId(callback_data.note))
    await state.clear()
    await show(query, screens.own_note(texts, card), texts("note-cancelled-toast"))


@router.callback_query(ShowPaper.filter())
async def show_paper(
    query: CallbackQuery, callback_data: ShowPaper, actor: Actor, absence_notes: AbsenceNotes, bot: Bot
) -> None:
    paper = (await absence_notes.note(actor, NoteId(callback_data.note))).note.paper
    await close(query, None)
    if paper is not None and paper.kind == "photo":
        await bot.send_photo(query.from_user.id, paper.file_id)
    elif paper is not None:
        await bot.send_document(query.from_user.id, paper.file_id)


@router.message(StateFilter(None), BringsPaper())
async def take_paper(
    message: Message, actor: Actor, texts: Texts, absence_notes: AbsenceNotes, state: FSMContext
) -> None:
    number = NoteId((await state.get_data())["note"])
    file = files_of(message)[0]
    card = await absence_notes.attach(actor, number, Paper(file.kind, file.file_id))
    await show(message, await _saved(texts, absence_notes, state, card))


@router.message(StateFilter(NoteForm.days), F.text, ~F.text.startswith("/"))
async def take_days(
    message: Message, actor: Actor, texts: Texts, absence_notes: AbsenceNotes, state: FSMContext
) -> None:
    kept = await state.get_data()
    seat = await absence_notes.child(actor, PersonId(kept["pupil"]))
    said = absence_in(message.text or "", absence_notes.today(), {seat.pupil: seat.name.given})
    if kept.get("note") is not None and said.span is not None:
        card = await absence_notes.change_days(actor, NoteId(kept["note"]), said.span)
        await show(message, await _saved(texts, absence_notes, state, card))
        return
    if "note_reason" in kept and said.reason is None:
        said = SaidAbsence(said.pupil, said.span, NoteReason(kept["note_reason"]), kept.get("note_words"))
    await _go_on(message, actor, texts, absence_notes, state, [seat], said)


@router.message(StateFilter(NoteForm.words), F.text, ~F.text.startswith("/"))
async def take_words(
    message: Message, actor: Actor, texts: Texts, absence_notes: AbsenceNotes, state: FSMContext
) -> None:
    kept = await state.get_data()
    asked = AskWords(pupil=kept["pupil"], span=kept["span"])
    pupil, words = PersonId(asked.pupil), (message.text or "").strip()
    card = await absence_notes.announce(actor, pupil, asked.meant, NoteReason.OTHER, words)
    await show(message, await _saved(texts, absence_notes, state, card))


async def _begin(
    event: Message | CallbackQuery, actor: Actor, texts: Texts, notes: AbsenceNotes, state: FSMContext, line: str
) -> None:
    children = await notes.children(actor)
    await state.clear()
    said = absence_in(line, notes.today(), {seat.pupil: seat.name.given for seat in children})
    await _go_on(event, actor, texts, notes, state, children, said)


async def _go_on(
    event: Message | CallbackQuery,
    actor: Actor,
    texts: Texts,
    notes: AbsenceNotes,
    state: FSMContext,
    children: Sequence[Seat],
    said: SaidAbsence,
) -> None:
    """To the first thing that is not known: whose, when, why; else it is written."""
    if said.pupil is None:
        await state.set_data(remembered(said))
        await show(event, screens.choose_child(texts, children, said.span, said.reason))
    elif said.span is None:
        await state.set_data(remembered(said))
        await show(event, await _days(actor, texts, notes, state, said.pupil))
    elif said.reason is None:
        await state.clear()
        await show(event, screens.reasons(texts, await notes.child(actor, said.pupil), said.span))
    else:
        card = await notes.announce(actor, said.pupil, said.span, said.reason, said.words)
        await show(event, await _saved(texts, notes, state, card))


async def _days(
    actor: Actor, texts: Texts, notes: AbsenceNotes, state: FSMContext, pupil: PersonId, note: NoteId | None = None
) -> Screen:
    """Days can be typed as well; what the line has said before is kept meanwhile."""
    seat, offered = await notes.child(actor, pupil), await notes.days(actor, pupil)
    kept = {name: value for name, value in (await state.get_data()).items() if name in ("note_reason", "note_words")}
    await state.set_state(NoteForm.days)
    await state.set_data({**kept, "pupil": pupil, "note": note})
    return screens.days(texts, seat, offered, note)


async def _saved(texts: Texts, notes: AbsenceNotes, state: FSMContext, card: NoteCard) -> Screen:
    """From now on a photo is its paper, for a while."""
    await state.clear()
    if not card.note.cancelled:
        await state.set_data({"note": card.note.id, "noted_at": notes.time.now().isoformat()})
    return screens.own_note(texts, card)
