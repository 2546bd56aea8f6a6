"""A small made-up country file that breaks no rule, to be broken one line at a time."""

from datetime import date
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 27)
GOOD_COUNTRY = (Path(__file__).parents[1] / "samples" / "countries" / "XK.yaml").read_text(encoding="utf-8")
