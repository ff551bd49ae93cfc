"""What a message is at the moment of its delivery."""

import pytest

from domain.messaging.kinds import Mode
from domain.messaging.truth import ALREADY, IN_DIGEST, NOTHING, OFF, Said, Tell, Verdict, verdict

UNTOLD, ABSENT, DOUBT = Said(), Said("absent"), Said(None, doubtful=True)


@pytest.mark.parametrize(
    ("value", "calls", "mode", "said", "expected"),
    [
        ("absent", True, Mode.NOW, UNTOLD, Tell("absent")),
        ("present", False, Mode.NOW, UNTOLD, NOTHING),
        ("absent", True, Mode.DIGEST, UNTOLD, IN_DIGEST),
        ("absent", True, Mode.OFF, UNTOLD, OFF),
        ("absent", True, Mode.NOW, ABSENT, ALREADY),
        ("present", False, Mode.NOW, ABSENT, Tell("present", correction=True, before="absent")),
        ("present", False, Mode.DIGEST, ABSENT, Tell("present", correction=True, before="absent")),
        ("absent", True, Mode.NOW, Said("absent", doubtful=True), Tell("absent")),
        ("present", False, Mode.NOW, Said("absent", doubtful=True), Tell("present", correction=True, before="absent")),
        ("absent", True, Mode.NOW, DOUBT, Tell("absent")),
        ("present", False, Mode.NOW, DOUBT, Tell("present", correction=True)),
    ],
)
def test_a_message_says_what_is_so_now(value: str, calls: bool, mode: Mode, said: Said, expected: Verdict) -> None:
    assert verdict(value, calls, mode, said) == expected
