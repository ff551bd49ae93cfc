"""DejaVu Sans, so that paper and pictures look alike on every machine; its licence lies beside it."""

from pathlib import Path

_HERE = Path(__file__).parent
REGULAR = _HERE / "DejaVuSans.ttf"
BOLD = _HERE / "DejaVuSans-Bold.ttf"
FAMILY = "DejaVu Sans"
