"""Earlier wordings of what was said in a thread."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from domain.ids import TalkMessageId, ThreadId
from domain.talk.thread_record import EarlierWording
from storage.executor import Reader
from storage.tables.talk import thread_message_versions, thread_messages

v = thread_message_versions.c


class EarlierWordingsReading:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def earlier(self, thread: ThreadId) -> Mapping[TalkMessageId, Sequence[EarlierWording]]:
        """One statement."""
        asked = (
            select(v.message_id, v.text, v.until)
            .join(thread_messages, thread_messages.c.id == v.message_id)
            .where(thread_messages.c.thread_id == thread)
            .order_by(v.message_id, v.version)
        )
        found: dict[TalkMessageId, list[EarlierWording]] = {}
        for row in await self._reader.rows(asked):
            found.setdefault(TalkMessageId(row.message_id), []).append(EarlierWording(row.text, row.until))
        return found
