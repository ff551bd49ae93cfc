"""Polls that lie in the known school: an announcement of the class teacher of 7А, its readers, its poll."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from secrets import token_hex

from sqlalchemy import insert

from domain.ids import AnnouncementId, PersonId
from domain.talk.announcements import Audience
from domain.talk.polls import PollDraft, PollKind, SlotDraft
from storage.database import Database
from storage.tables.talk import announcement_receipts, announcement_wards, announcements
from tests import school

IN_7A: Mapping[PersonId, Sequence[PersonId]] = {
    school.MOTHER: (school.IVANOV,),
    school.FATHER: (school.IVANOV,),
    school.PETROVA_MOTHER: (school.PETROVA,),
    school.SIDOROV_MOTHER: (school.SIDOROV,),
    school.DEPUTY: (school.KUZINA,),
}
"""Guardians of the class, and for whom each is told."""
OF_TWO: Mapping[PersonId, Sequence[PersonId]] = {
    **IN_7A,
    school.MOTHER: (school.IVANOV, school.IVANOVA_MASHA),
    school.FATHER: (school.IVANOV, school.IVANOVA_MASHA),
}
COMING = PollDraft(PollKind.ONE, ("Приду", "Не приду"))
EVENING = datetime.combine(school.TUESDAY + timedelta(days=1), time(17), tzinfo=school.ZONE)
TEN = timedelta(minutes=10)
MEETINGS = PollDraft(
    PollKind.SLOT, slots=tuple(SlotDraft(EVENING + n * TEN, EVENING + (n + 1) * TEN, "каб. 12") for n in range(4))
)


async def polled(
    database: Database,
    draft: PollDraft = COMING,
    readers: Mapping[PersonId, Sequence[PersonId]] = IN_7A,
    sender: PersonId = school.CLASS_TEACHER_7A,
    audience: Audience = Audience.GUARDIANS,
) -> AnnouncementId:
    row = {
        "sender_id": sender,
        "sender_account_id": school.account_of(sender),
        "class_id": school.CLASS_7A,
        "audience": audience.value,
        "text": "Собрание <в среду>",
        "made_at": database.clock.now(),
        "draft_key": token_hex(8),
    }
    async with database.begin() as tx:
        made = AnnouncementId(await tx.add(insert(announcements).values(**row)))
        await tx.run(insert(announcement_receipts), [{"announcement_id": made, "person_id": one} for one in readers])
        wards = [
            {"announcement_id": made, "person_id": one, "pupil_id": ward}
            for one, mine in readers.items()
            for ward in mine
        ]
        if wards:
            await tx.run(insert(announcement_wards), wards)
        await tx.polls.make(made, draft)
    return made
