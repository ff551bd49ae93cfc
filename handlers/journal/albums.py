"""Which homework an album belongs to: its pictures come as messages of their own, right after each other."""

from collections import OrderedDict

from domain.ids import HomeworkId

REMEMBERED = 200


class Albums:
    """The last albums, in memory: after a restart a late picture is simply not understood."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, HomeworkId] = OrderedDict()

    def remember(self, album: str | None, homework: HomeworkId) -> None:
        if album is None:
            return
        self._known[album] = homework
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def homework_of(self, album: str | None) -> HomeworkId | None:
        return self._known.get(album) if album else None
