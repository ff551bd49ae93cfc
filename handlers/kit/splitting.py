"""A text longer than one message, as several: cut at the ends of lines, with every entity whole in each part."""

import re
from collections.abc import Sequence

MOST = 4096
"""Code points that Telegram takes in one message, counted after the entities are read."""
MOST_CAPTION = 1024
"""The same under a file."""
_ATOM = re.compile(r"<[^<>]*>|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?:lt|gt|amp|quot)(?![A-Za-z]));?|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([^\s<>/]+)[^<>]*>")


def parts(html: str, most: int = MOST) -> Sequence[str]:
    """The text as messages of at most `most` code points; what is lost at a cut is white space.

    An entity that reaches over a cut is closed before it and opened anew behind it. A line longer than a message is
    cut at a space, a word longer than a message anywhere.
    """
    if len(html) <= most:
        return [html]
    atoms, start, opened = _ATOM.findall(html), 0, list[str]()
    done: list[str] = []
    while start < len(atoms):
        end = _end_of_part(atoms, start, most)
        inside = atoms[start:end]
        still = _open_after(opened, inside)
        if any(_is_seen(atom) and not atom.isspace() for atom in inside):
            done.append("".join([*opened, *inside, *(f"</{_name(tag)}>" for tag in reversed(still))]))
        opened, start = still, _past_space(atoms, end)
    return done


def _end_of_part(atoms: Sequence[str], start: int, most: int) -> int:
    """The last end of a line that the part can have, else the last space, else as much as goes in."""
    seen, line, space = 0, None, None
    for place in range(start, len(atoms)):
        atom = atoms[place]
        if atom == "\n":
            line = place
        elif atom == " ":
            space = place
        seen += _is_seen(atom)
        if seen > most:
            return next((end for end in (line, space) if end is not None), place)
    return len(atoms)


def _past_space(atoms: Sequence[str], end: int) -> int:
    while end < len(atoms) and atoms[end].isspace():
        end += 1
    return end


def _open_after(opened: Sequence[str], atoms: Sequence[str]) -> list[str]:
    """The tags that are open behind these atoms, in the order in which they were opened."""
    still = list(opened)
    for tag in (atom for atom in atoms if not _is_seen(atom)):
        if not tag.startswith("</"):
            still.append(tag)
        elif still:
            still.pop()
    return still


def _is_seen(atom: str) -> bool:
    return _TAG.fullmatch(atom) is None


def _name(tag: str) -> str:
    found = _TAG.fullmatch(tag)
    return found[2] if found else ""
