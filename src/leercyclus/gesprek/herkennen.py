"""What somebody means who types a sign, a number, or the beginning of a name."""

from __future__ import annotations

from leercyclus.domain.punt import Keuzes
from leercyclus.domain.tekst import plain
from leercyclus.gesprek.begeleiding import Wens, Wensen


def wens_in(typed: str, wensen: Wensen) -> Wens | None:
    """What a text asks for, when it is a sign alone."""
    return next((wens for wens in wensen if typed.strip() == wens), None)


def bedoeld(typed: str, opties: Keuzes) -> list[str]:
    """The options that can be meant: the one with this number or name, else those that begin so."""
    names = list(opties)
    if typed.strip().isdecimal() and 1 <= int(typed) <= len(names):
        return [names[int(typed) - 1]]
    wanted = _words(typed)
    if not wanted:
        return []
    called = {name: [_words(name), _words(opties[name])] for name in names}
    exact = [name for name in names if wanted in called[name]]
    return exact or [
        name
        for name in names
        if any(text.startswith(wanted) or f" {wanted}" in text for text in called[name])
    ]


def _words(text: str) -> str:
    return plain(text).replace("-", " ")
