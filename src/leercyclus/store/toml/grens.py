"""What no record needs and no parser should have to chew on: found in the text, before it is parsed.

``tomllib`` takes time that grows with the square of the number of parts in a dotted key (one key of
two million parts fits in 4 MiB and takes hours), it has a stack that ends, and every value can become
a finding of its own. So these are counted first, in one pass that knows just enough TOML to leave
texts and comments alone; but in an ordinary file there is so little of everything that no such pass is
needed to know that it is not too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leercyclus.domain import leesregels
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.positions import line_and_column
from leercyclus.domain.voorschrift import Voorschrift

MAX_DEPTH = 12
#: Keys, tables and elements of lists; the file of a group of two hundred people has some 2.000.
MAX_VALUES = 20_000
#: TOML promises nineteen; Python can read a number of thousands in some bases and then not show it.
_MAX_DIGITS = 100
#: Brackets within brackets. The depth of the data is told after parsing; this is for the stack.
_MAX_BRACKETS = 100
DIEPER = f"dieper genest dan {MAX_DEPTH} lagen"
MEER = f"te groot: er staan meer dan {MAX_VALUES // 1000}.000 waarden in"
_LANGER = f"hier staat een getal van meer dan {_MAX_DIGITS} cijfers"

#: A text without an end goes on to the end of its line, or of the file: no sign is looked at twice.
_TEXT = r"""(?:"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?)"""
_WORD = r"[A-Za-z0-9_-]++"
_DOTTED = rf"(?:{_WORD}|{_TEXT})(?:[ \t]*+\.[ \t]*+(?:{_WORD}|{_TEXT})){{{MAX_DEPTH},}}+"
_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    rf"|(?P<dotted>{_DOTTED})|(?P<word>{_WORD})|{_TEXT}|(?P<note>\#[^\n]*+)"
    r"|(?P<open>\[\[?|\{)|(?P<close>[\]}])|(?P<next>[=,])"
)
#: Somewhere a space within every hundred signs and one: so no word, and no number, is longer.
_SHORT_WORDS = re.compile(rf"(?s:(?:.{{0,{_MAX_DIGITS}}} )*+.{{0,{_MAX_DIGITS}}})")
#: What every key of too many parts has in it; outside texts nothing else has.
_MANY_DOTS = re.compile(
    rf"""\.(?:[ \t]*+(?:{_WORD}|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')[ \t]*+\.){{{MAX_DEPTH - 1}}}"""
)


def te_veel(text: str, bestand: str) -> Bevinding | None:
    """The first place where there is too much of something."""
    if is_gewoon(text):
        return None
    for rule, at, what in _overschrijdingen(text):
        return rule.bevinding(bestand, plek=line_and_column(text, at), wat=what)
    return None


def is_gewoon(text: str) -> bool:
    """Whether it is certain that there is not too much of anything, in texts and comments neither.

    Each of these looks at a sign only a few times, whatever is in the text.
    """
    brackets = text.count("[") + text.count("{")
    return (
        brackets <= _MAX_BRACKETS
        and (len(text) <= MAX_VALUES or brackets + text.count("=") + text.count(",") <= MAX_VALUES)
        and _SHORT_WORDS.fullmatch(text) is not None
        and _MANY_DOTS.search(text) is None
    )


def _overschrijdingen(text: str) -> Iterator[tuple[Voorschrift, int, str]]:
    values, depth, before = 0, 0, ""
    for token in _TOKEN.finditer(text):
        kind, at = token.lastgroup, token.start()
        if kind == "note":
            continue
        if kind == "dotted":
            yield leesregels.TE_GROOT, at, DIEPER
        elif kind == "word" and before in ("next", "open") and _is_too_long(token[0]):
            yield leesregels.ONLEESBAAR, at, _LANGER
        elif kind == "close":
            depth -= 1
        elif kind in ("open", "next"):
            values += 1
            depth += len(token[0]) if kind == "open" else 0
            if values > MAX_VALUES:
                yield leesregels.TE_GROOT, at, MEER
            if depth > _MAX_BRACKETS:
                yield leesregels.TE_GROOT, at, DIEPER
        before = kind or ""


def _is_too_long(word: str) -> bool:
    return len(word) > _MAX_DIGITS and word.lstrip("-")[:1].isdigit()
