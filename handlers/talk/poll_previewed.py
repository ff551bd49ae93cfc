"""A poll that is not sent yet, as its readers will see it."""

from datetime import datetime, tzinfo

from domain.ids import AnnouncementId, PersonId, PollId, PollOptionId
from domain.roles.people import PersonName
from domain.talk.audiences import Audience
from domain.talk.poll_cards import PollCard, PollHead, PollOption, PollWard
from domain.talk.polls import PollDraft

SOMEBODY = PollWard(PersonId(0), PersonName("", "—"))


def previewed(poll: PollDraft, audience: Audience, zone: tzinfo) -> PollCard:
    """For a reader with one child, or who answers for themselves; it has no numbers yet."""
    sent = poll.as_sent(staff=audience is Audience.STAFF)
    words = [PollOption(PollOptionId(at), text) for at, text in enumerate(sent.options)]
    slots = [
        PollOption(PollOptionId(at), None, one.starts_at.astimezone(zone), one.ends_at.astimezone(zone), one.place)
        for at, one in enumerate(sorted(sent.slots, key=lambda slot: slot.starts_at))
    ]
    head = PollHead(
        PollId(0),
        AnnouncementId(0),
        sent.kind,
        sent.per,
        sent.named,
        tuple(words or slots),
        sent.unit,
        sent.least,
        sent.most,
        _local(sent.close_at, zone),
    )
    return PollCard(head, SOMEBODY.id, (SOMEBODY,))


def _local(instant: datetime | None, zone: tzinfo) -> datetime | None:
    return instant.astimezone(zone) if instant else None
