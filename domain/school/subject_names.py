"""How a subject is shown where there is little room."""

LONGEST_SHORT = 20
"""Characters, as the table has them."""
_LONG_WORD = 7
_CUT_TO = 5


def short_name(name: str) -> str:
    """«Алгебра» stays; «Изобразительное искусство» → «Изобр. искус.»; of four words and more the first letters."""
    if len(name) <= LONGEST_SHORT:
        return name
    words = name.split()
    if len(words) > 3:
        return "".join(word[0].upper() for word in words if len(word) > 2)[:LONGEST_SHORT]
    return " ".join(word if len(word) < _LONG_WORD else f"{word[:_CUT_TO]}." for word in words)[:LONGEST_SHORT]
