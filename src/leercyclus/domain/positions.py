"""Where every key and value of a TOML document stands.

No TOML library tells; this reader does, for documents that ``tomllib`` has accepted. It
walks the text once and knows just enough TOML to find where things begin and end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets of a key and its value; of a table header, both are the header."""

    key_start: int
    key_end: int
    start: int
    end: int
    is_header: bool = False


_BLANK = re.compile(r"[ \t]*")
# Possessive: what was taken is never given back, so a text of megabytes takes no memory to speak of.
_FILLER = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SHORT_STRING = re.compile(r'"(?:[^"\\\n]++|\\.)*+"|\'[^\'\n]*+\'')
_LONG_STRING = re.compile(r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}|\'\'\'(?:[^\']++|\'(?!\'\'))*+\'{3,5}')
_OTHER_VALUE = re.compile(r"[^,\]}#\n\r]+")


def positions(text: str) -> dict[Path, Span]:
    """The place of every key path; rows of an array carry their index from 0.

    ``text`` must be valid TOML.
    """
    return _Walker(text).walk()


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1, columns in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Walker:
    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: dict[Path, Span] = {}
        self._last_row: dict[Path, int] = {}  # of each array of tables

    def walk(self) -> dict[Path, Span]:
        at, table = 0, Path()
        while (at := self._skip(_FILLER, at)) < len(self.text):
            if self.text.startswith("[[", at):
                at, table = self._array_header(at)
            elif self.text[at] == "[":
                at, table = self._header(at)
            else:
                at = self._pair(at, table)
        return self.spans

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self.text, at)
        return match.end() if match else at

    def _array_header(self, at: int) -> tuple[int, Path]:
        parts, after = self._key(at + 2)
        array = (*self._resolve(parts[:-1]), parts[-1])
        row = self._last_row[array] = self._last_row.get(array, -1) + 1
        return self._mark_header(at, self.text.index("]]", after) + 2, (*array, row))

    def _header(self, at: int) -> tuple[int, Path]:
        parts, after = self._key(at + 1)
        return self._mark_header(at, self.text.index("]", after) + 1, self._resolve(parts))

    def _mark_header(self, start: int, end: int, path: Path) -> tuple[int, Path]:
        span = Span(start, end, start, end, is_header=True)
        for depth in range(1, len(path)):
            self.spans.setdefault(path[:depth], span)
        self.spans[path] = span
        return end, path

    def _resolve(self, parts: list[str]) -> Path:
        """``[a.b]`` under the second ``[[a]]`` is the path ``a, 1, b``."""
        path = Path()
        for part in parts:
            path += (part,)
            if path in self._last_row:
                path += (self._last_row[path],)
        return path

    def _key(self, at: int) -> tuple[list[str], int]:
        """The parts of a dotted key, and where it ends."""
        parts: list[str] = []
        while True:
            at = self._skip(_BLANK, at)
            pattern = _SHORT_STRING if self.text[at] in "\"'" else _BARE_KEY
            end = self._skip(pattern, at)
            raw = self.text[at:end]
            parts.append(raw if pattern is _BARE_KEY else _unquoted(raw))
            dot = self._skip(_BLANK, end)
            if not self.text.startswith(".", dot):
                return parts, end
            at = dot + 1

    def _pair(self, at: int, base: Path) -> int:
        start = self._skip(_BLANK, at)
        parts, key_end = self._key(start)
        value = self._skip(_BLANK, self.text.index("=", key_end) + 1)
        path = (*base, *parts)
        end = self._value(value, path)
        span = Span(start, key_end, value, end)
        for depth in range(len(base) + 1, len(path)):
            self.spans.setdefault(path[:depth], span)
        self.spans[path] = span
        return end

    def _value(self, at: int, path: Path) -> int:
        """Where the value that starts here ends."""
        if self.text[at] == "[":
            return self._array(at, path)
        if self.text[at] == "{":
            return self._inline_table(at, path)
        for pattern in (_LONG_STRING, _SHORT_STRING):
            if match := pattern.match(self.text, at):
                return match.end()
        return at + len(self.text[at : self._skip(_OTHER_VALUE, at)].rstrip())

    def _array(self, at: int, path: Path) -> int:
        at, row = self._skip(_FILLER, at + 1), 0
        while self.text[at] != "]":
            end = self._value(at, (*path, row))
            self.spans[(*path, row)] = Span(at, end, at, end)
            at, row = self._next(end), row + 1
        return at + 1

    def _inline_table(self, at: int, path: Path) -> int:
        at = self._skip(_FILLER, at + 1)
        while self.text[at] != "}":
            at = self._next(self._pair(at, path))
        return at + 1

    def _next(self, at: int) -> int:
        """Past the comma, to the next element or the closing sign."""
        at = self._skip(_FILLER, at)
        return self._skip(_FILLER, at + 1) if self.text[at] == "," else at


def _unquoted(raw: str) -> str:
    import tomllib  # here: slow to load, and hardly any key is quoted

    return next(iter(tomllib.loads(f"{raw}=0")))
