"""What administrators may be told of a night without a proved copy."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.messaging.contents import BackupNews
from domain.school.backups import Trouble
from handlers.messaging.backup_screens import backup_screen

SAMPLES: Mapping[Callable[..., Any], Mapping[str, Sequence[Any]]] = {
    backup_screen: {"news": [BackupNews(why) for why in Trouble]},
}
