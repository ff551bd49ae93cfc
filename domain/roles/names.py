"""Names as they are searched and ordered by: neither database lowers or orders Russian by itself."""

import re


def norm(text: str) -> str:
    """Casefolded, ё as е, spaces single. Russian lists order ё as е too, so this serves for ordering as well."""
    return re.sub(r"\s+", " ", text.casefold().replace("ё", "е")).strip()
