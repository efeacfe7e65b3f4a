"""The rules of ``controleer`` as they come with the program, for who only wants to read them.

``voorschriften.json`` is made of the rules by ``python -m tests.test_documentatie``: each is declared beside
the function that finds where it is broken, and to load those takes the models of all records.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from leercyclus.domain.voorschrift import Voorschrift

VOORSCHRIFTEN = Path(__file__).parents[1] / "voorschriften.json"


@cache
def voorschriften() -> dict[str, Voorschrift]:
    """Every rule by its code, in the order of the codes."""
    return {row["code"]: Voorschrift(**row) for row in json.loads(VOORSCHRIFTEN.read_bytes())}
