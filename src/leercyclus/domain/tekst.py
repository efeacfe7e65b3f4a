"""Text that people typed: which characters it may hold, and how it is made safe to show.

The list of refused characters is that of the file format (docs/bestandsformaat.md): control
characters can rename a terminal, bidi overrides and invisible characters can make a text read
otherwise than it is stored.
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False  # see leercyclus/__init__.py
if TYPE_CHECKING:
    from typing import Any

_ALLOWED = {"\n", "\t", "\u00ad", "\u200c", "\u200d"}
_REFUSED = {
    *"\u200b\u2060\ufeff",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *map(chr, range(0xE0000, 0xE0080)),
}
#: Allowed in a record (scripts that run from right to left need some of them), but never sent to a
#: terminal: they turn text round, break a line, or are not to be seen themselves.
_NOT_SHOWN = {
    *"\u034f\u061c\u115f\u1160\u180e\u200e\u200f\u2028\u2029\u3164\uffa0",
    *map(chr, range(0x2061, 0x2065)),
    *map(chr, range(0x206A, 0x2070)),
    *map(chr, range(0xFFF9, 0xFFFC)),
}
#: Of those, the ones that Python takes for printable.
_HIDDEN_BUT_PRINTABLE = "\u034f\u115f\u1160\u3164\uffa0"
_REPLACEMENT = "\ufffd"


def is_refused(char: str) -> bool:
    """Whether a text in a record may not hold this character."""
    if char in _ALLOWED:
        return False
    return char in _REFUSED or unicodedata.category(char) in {"Cc", "Cs"}


def is_gewoon(text: str) -> bool:
    """Whether it is certain, and told at once, that nothing in it is refused and all lines end in one way."""
    return text.replace("\n", "").isprintable()


def first_refused(text: str) -> str | None:
    """The first character that a text in a record may not hold, if there is one."""
    return next(filter(is_refused, text), None)


def is_text(text: str) -> bool:
    """Whether it can be written as UTF-8: what the system gives may hold bytes that are none."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def normalise(text: str) -> str:
    """One kind of line ending; nothing else changes."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_refused(text: str) -> tuple[str, int]:
    """The text without refused characters, and how many were dropped."""
    whole = normalise(text)
    kept = whole if is_gewoon(whole) else "".join(char for char in whole if not is_refused(char))
    return kept, len(whole) - len(kept)


def without_refused_visibly(text: str) -> str:
    """The text with a sign in the place of each refused character, for what is kept or sent as a file."""
    return "".join(_REPLACEMENT if is_refused(char) else char for char in normalise(text))


def cleaned(data: Any) -> Any:
    """The data of a record with every text in it without refused characters."""
    match data:
        case str():
            return without_refused(data)[0]
        case dict():
            return {key: cleaned(item) for key, item in data.items()}
        case list():
            return [cleaned(item) for item in data]
    return data


def harmless(text: str) -> str:
    """Text that can be sent to any terminal or pipe without doing anything there but newlines and tabs.

    Control characters become their visible picture, other refused ones a replacement
    sign, so that the reader sees that something was there.
    """
    if is_gewoon(text) and not any(sign in text for sign in _HIDDEN_BUT_PRINTABLE):
        return text
    return normalise(text).translate(_PICTURES)


def showable(text: str, *, newlines: bool = True) -> str:
    """The same for a place of which the width counts: a tab is spaces, and a newline a space if need be."""
    shown = harmless(text).replace("\t", "    ")
    return shown if newlines else shown.replace("\n", " ")


class _Pictures(dict[int, str]):
    """What is seen of each character, found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = _picture(chr(code))
        return self[code]


_PICTURES = _Pictures()


def _picture(char: str) -> str:
    if char in "\n\t":
        return char
    if char == "\x7f":
        return "\u2421"
    if ord(char) < 32:
        return chr(0x2400 + ord(char))
    hidden = is_refused(char) or char in _NOT_SHOWN or unicodedata.category(char) in {"Co", "Cn"}
    return _REPLACEMENT if hidden else char


def plain(text: str) -> str:
    """For comparing what people type: no accents, no capitals, no space around it."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()


def first_line(text: str, width: int) -> str:
    """The beginning of a text on one line of at most ``width`` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[width // 2 :] else cut).rstrip(" ,;:.") + "…"


def opsomming(parts: list[str], voegwoord: str = "en") -> str:
    """``a, b en c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {voegwoord} {parts[-1]}"


def aantal(count: int, enkelvoud: str, meervoud: str) -> str:
    """``1 cyclus``, ``3 cycli``."""
    return f"{count} {enkelvoud if count == 1 else meervoud}"


_LONG_LINE = 60
_STARTS_A_LINE = ("-", "*", "•", " ", "\t")


def paragraphs(text: str) -> str:
    """Text for the screen: lines that an editor wrapped run on, so that the screen can wrap them.

    Short lines, points of a list and empty lines stay as they are.
    """
    joined: list[str] = []
    runs_on = False
    for line in normalise(text).split("\n"):
        if runs_on and line.strip() and not line.startswith(_STARTS_A_LINE):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        runs_on = len(line) >= _LONG_LINE
    return "\n".join(joined)
