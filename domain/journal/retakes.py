"""Where several marks of a kind stand at one lesson: numbered from 1; a retake a hundred after what it retakes."""

MOST_OF_A_KIND = 9
"""Marks of one kind for a pupil at one lesson."""
RETAKE = 100
MOST_RETAKES = 9


def is_slot(slot: int) -> bool:
    """Whether a mark can stand there at all: buttons are a stranger's until they are checked."""
    return 1 <= slot % RETAKE <= MOST_OF_A_KIND and 0 <= slot // RETAKE <= MOST_RETAKES


def is_retake(slot: int) -> bool:
    return slot > RETAKE


def retake_of(slot: int) -> int:
    return slot + RETAKE


def retaken_at(slot: int) -> int:
    """The place of what a retake in this place counts instead of; 0 or less for what is no retake."""
    return slot - RETAKE
