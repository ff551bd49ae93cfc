"""What is kept of an update that could not be handled: all of it but one-time codes, which may still be good."""

import json
from typing import Any

from domain.roles.codes import without_codes


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
    """Digits alone may be the PIN of somebody of staff."""
    return "•••" if text.strip().isdigit() else without_codes(text)
