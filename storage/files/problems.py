"""Why a file that people bring cannot be read. Each says itself in one sentence, without the file's name."""


class FileProblem(Exception):
    """The root; `str()` is what to tell the person who brought the file."""


class FileUnreadable(FileProblem):
    """Missing, a folder, no permission."""


class NotASpreadsheet(FileProblem):
    """Of another kind, or damaged."""


class QuotesUnclosed(NotASpreadsheet):
    """A quotation mark of a CSV file that would swallow the lines behind it."""

    def __init__(self, line: int) -> None:
        super().__init__(f"Its quotation marks are not closed properly near line {line}.")
        self.line = line


class FileEmpty(NotASpreadsheet):
    """Nothing in it."""


class FileWithMacros(NotASpreadsheet):
    """A workbook with a program in it."""


class FileTooBig(FileProblem):
    """Bigger than a school's list can be, or unpacks to more than the reading is given."""


class FileProtected(FileProblem):
    """Closed by a password."""


class FileDamaged(FileProblem):
    """Begins as what it should be, and breaks off or contradicts itself."""


class FileHostile(FileProblem):
    """Built to exhaust whoever opens it."""
