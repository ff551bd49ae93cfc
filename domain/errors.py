"""What can be refused. Fields say what about; the words are chosen outside by `key`, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields


class Refused(Exception):
    """The root of everything that a use case refuses. Subclasses are dataclasses; their fields fill the text."""

    @property
    def key(self) -> str:
        """The Fluent key: `MarkOutOfScale` → `refused-mark-out-of-scale`."""
        return "refused-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def about(self) -> Mapping[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]


@dataclass(eq=False)
class NotAllowed(Refused):
    """The access table has no line for this person, this action and this object."""


@dataclass(eq=False)
class NotFound(Refused):
    """Nothing of that kind is in this person's reach. Said alike for what does not exist and what is not theirs."""


@dataclass(eq=False)
class Outdated(Refused):
    """The screen that was tapped shows a state that is no longer so."""
