"""What a question to the administrator is headed by, where its writer gave no matter (3.1.7)."""

MOST_WORDS = 60
"""Characters of the first words."""


def matter_of(text: str) -> str | None:
    """The first words of the first line, cut between words; None: there are none."""
    line = next((" ".join(one.split()) for one in text.splitlines() if one.strip()), "")
    if len(line) <= MOST_WORDS:
        return line or None
    cut = line[:MOST_WORDS]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
