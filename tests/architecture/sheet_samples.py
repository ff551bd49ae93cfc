"""Read models of sheets and reports."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handlers.control import sheets_screens as screens
from handlers.control.sheets_hub import SHEETS
from tests.architecture import screen_samples as s

SAMPLES: dict[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    screens.hub: {"actor": s.ACTORS, "items": [SHEETS]},
}
