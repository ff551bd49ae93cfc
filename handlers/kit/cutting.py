"""Texts that have to fit."""


def cut(text: str, most: int) -> str:
    """At most so many characters, the last of them «…» where something was left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
