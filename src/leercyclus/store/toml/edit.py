"""Changing a TOML file that people edit too: only what differs is touched.

Comments, order, blank lines, line endings and unknown keys stay. The new text is parsed and
compared with what was asked before anybody gets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from leercyclus.domain.errors import ContentError
from leercyclus.domain.positions import Path, Span, positions
from leercyclus.store.toml import parser, write


def edit(text: str, new: Mapping[str, Any]) -> str:
    """The text changed so that it parses to ``new``.

    ``text`` must be valid TOML without byte order mark. ContentError when the result would
    not be exactly ``new``: then nothing should be written.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    old = parser.loads(text)
    if same(old, new):
        return text
    edits = sorted(_Differ(text, newline).compare(old, new), key=lambda item: item[:2])
    for start, end, replacement in reversed(edits):  # from the end, so that offsets stay true
        text = text[:start] + replacement + text[end:]
    try:
        result = parser.loads(text)
    except ValueError:
        result = {}
    if not same(result, new):
        raise ContentError(
            "deze wijziging is in dit bestand niet veilig te maken; het bestand bleef zoals het was",
            tip="maak de wijziging in een editor",
        )
    return text


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way (``1`` is not ``true``)."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


Edit = tuple[int, int, str]


class _Differ:
    """Collects the edits (start, end, replacement) that lead from old to new."""

    def __init__(self, text: str, newline: str) -> None:
        self.text = text
        self.newline = newline
        self.spans = positions(text)
        self.edits: list[Edit] = []

    def compare(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Edit]:
        self._table((), old, new)
        return self.edits

    # tables

    def _table(self, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        replaced = {key for key in old.keys() & new.keys() if self._other_shape((*path, key), new[key])}
        for key in old:
            if key not in new or key in replaced:
                self._delete((*path, key), old[key])
        previous: str | None = None
        added = (new.keys() - old.keys()) | replaced
        sections = {key for key in added if write.is_section(new[key], _names(path))}
        for key, item in sorted(new.items(), key=lambda pair: pair[0] in sections):  # those go below
            if key in added:
                self._add(path, previous, key, item)
            elif not same(old[key], item):
                self._change((*path, key), old[key], item)
            if key in old and self._has_line((*path, key)):
                previous = key

    def _change(self, path: Path, old: Any, new: Any) -> None:
        span = self.spans[path]
        if isinstance(old, Mapping) and isinstance(new, Mapping) and self.text[span.start] != "{":
            self._table(path, old, new)
        elif isinstance(old, list) and isinstance(new, list) and span.is_header:
            self._rows(path, old, new)
        elif isinstance(old, list) and isinstance(new, list) and old and new:
            self._array(path, old, new)
        else:
            self._replace(span, self._lines(write.value(new)))

    def _other_shape(self, path: Path, new: Any) -> bool:
        """Whether what stands under a header becomes something that cannot."""
        if not self.spans[path].is_header:
            return False
        has_rows = (*path, 0) in self.spans
        return not (write.is_array_of_tables(new) if has_rows else isinstance(new, Mapping))

    def _has_line(self, path: Path) -> bool:
        """Whether the key stands on a line of its own, as ``key = value``."""
        span = self.spans[path]
        return not span.is_header and self.text[span.key_end : span.start].strip() == "="

    def _add(self, path: Path, previous: str | None, key: str, item: Any) -> None:
        if write.is_section(item, _names(path)):
            self._insert(self._end_of(path), write.section(item, (*_names(path), key)))
            return
        line = f"{write.key(key)} = {write.value(item, key)}\n"
        if previous is not None:
            self._insert(self._line_end(self.spans[(*path, previous)].end), line)
        else:
            self._insert(self._start_of(path), line)

    def _start_of(self, path: Path) -> int:
        """Before the first key of a table: after its header, or before the first key of the file."""
        if path:
            return self._line_end(self.spans[path].end)
        first = min((span.key_start for span in self.spans.values()), default=len(self.text))
        return self._line_start(first)

    def _end_of(self, path: Path) -> int:
        """After the last line of a table and everything in it."""
        ends = [span.end for key, span in self.spans.items() if key[: len(path)] == path]
        return self._line_end(max(ends, default=len(self.text)))

    def _delete(self, path: Path, old: Any) -> None:
        if isinstance(old, Mapping) and not self._has_line(path):
            for key, item in old.items():
                self._delete((*path, key), item)
            if self.spans[path].is_header:
                self._delete_lines(self.spans[path])
        elif self.spans[path].is_header:
            for row in range(len(old)):
                self._delete((*path, row), old[row])
        else:
            self._delete_lines(self.spans[path])

    def _delete_lines(self, span: Span) -> None:
        self.edits.append((self._line_start(span.key_start), self._line_end(span.end), ""))

    # arrays of tables

    def _rows(self, path: Path, old: list[Any], new: list[Any]) -> None:
        """Rows that stay are compared one by one; new ones are added after the last."""
        for row, (before, after) in enumerate(zip(old, new, strict=False)):
            if not same(before, after):
                self._table((*path, row), before, after)
        for row in range(len(new), len(old)):
            self._delete((*path, row), old[row])
        if len(new) > len(old):
            added = write.section(new[len(old) :], _names(path))
            self._insert(self._end_of((*path, len(old) - 1)), added)

    # arrays of values

    def _array(self, path: Path, old: list[Any], new: list[Any]) -> None:
        """Equal elements at both ends keep their place and comments; only the middle changes."""
        head = _common(old, new, lambda items, at: items[at])
        rest_old, rest_new = old[head:], new[head:]
        tail = _common(rest_old, rest_new, lambda items, at: items[-1 - at])
        gone = range(head, len(old) - tail)
        added = new[head : len(new) - tail]
        for at, item in zip(gone, added, strict=False):
            self._replace(self.spans[(*path, at)], self._lines(write.value(item)))
        if len(added) < len(gone):
            self._drop_elements(path, gone[len(added) :], len(old))
        elif len(added) > len(gone):
            self._add_elements(path, head + len(gone), added[len(gone) :])

    def _drop_elements(self, path: Path, which: range, count: int) -> None:
        if which.stop < count:
            start, end = self.spans[(*path, which.start)].start, self.spans[(*path, which.stop)].start
        else:
            start, end = self.spans[(*path, which.start - 1)].end, self.spans[(*path, count - 1)].end
        self.edits.append((start, end, ""))

    def _add_elements(self, path: Path, at: int, items: Sequence[Any]) -> None:
        parts = [self._lines(write.value(item)) for item in items]
        if at:
            end = self.spans[(*path, at - 1)].end
            separator = self._separator(path)
            self._insert(end, "".join(separator + part for part in parts))
        else:
            first = self.spans[(*path, 0)].start
            self._insert(first, "".join(part + self._separator(path) for part in parts))

    def _separator(self, path: Path) -> str:
        """The elements of the array stand each on a line, or behind each other."""
        span = self.spans[path]
        opening = re.match(r"\[[ \t]*(\r?\n[ \t]*)", self.text[span.start : span.end])
        return f",{opening[1]}" if opening else ", "

    # places

    def _replace(self, span: Span, text: str) -> None:
        self.edits.append((span.start, span.end, text))

    def _insert(self, at: int, text: str) -> None:
        if at and self.text[at - 1] != "\n" and at == len(self.text) and text.endswith("\n"):
            text = self.newline + text  # the last line had no end
        self.edits.append((at, at, self._lines(text)))

    def _lines(self, text: str) -> str:
        return text.replace("\n", self.newline) if self.newline != "\n" else text

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1


def _names(path: Path) -> tuple[str, ...]:
    """The path without row numbers: what stands in a header."""
    return tuple(part for part in path if isinstance(part, str))


def _common(one: list[Any], other: list[Any], pick: Callable[[list[Any], int], Any]) -> int:
    """How many elements are equal, counted from the end that ``pick`` starts at."""
    count = 0
    while count < min(len(one), len(other)) and same(pick(one, count), pick(other, count)):
        count += 1
    return count
