"""What is kept of an update that could not be handled: all of it but one-time codes, which may still be good.

Nor what was answered to a poll: where it was asked without names, nothing may link an answer to its account.
"""

import json
from typing import Any

from domain.roles.codes import without_codes
from handlers.talk.poll_buttons import ChooseMarked, ChooseOption, GiveNumber, MarkOptions

ANSWERS = tuple(f"{kind.__prefix__}:" for kind in (ChooseOption, ChooseMarked, GiveNumber, MarkOptions))
"""How the callback data of an answer begins."""


def blotted(payload: str) -> str:
    """The same JSON, with every code in it blotted out."""
    return json.dumps(_blotted(json.loads(payload)))


def _blotted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _blotted(within) for key, within in value.items()}
    if isinstance(value, list):
        return [_blotted(within) for within in value]
    return _without_secrets(value) if isinstance(value, str) else value


def _without_secrets(text: str) -> str:
    """Digits alone may be the PIN of somebody of staff, or a number that a poll asks for."""
    if text.startswith(ANSWERS):
        return f"{text.partition(':')[0]}:•••"
    return "•••" if text.strip().isdigit() else without_codes(text)
