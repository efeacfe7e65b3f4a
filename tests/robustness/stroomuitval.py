"""What may be left on a disk when the power fails, by the least that a file system promises.

What was not synced may be there or not, in any combination: of a file the old bytes, the new ones,
none, half of them, or as many zeros; of a folder every name that was added, moved or taken away.
"""

from __future__ import annotations

import itertools
import os
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: What a tree holds: the bytes by path.
Boom = Mapping[str, bytes]
#: With more than so many names that are not safe, a sample of the combinations is taken.
_ALLE, _STEEKPROEF = 10, 300

_CALL = re.compile(r"(?P<pid>\d+) +(?P<name>[a-z0-9]+)\((?P<args>.*)\) += (?P<answer>\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Bestand:
    """A file: what stands in it, and everything that may be found of it after a power cut."""

    nu: bytes = b""
    mogelijk: list[bytes] = field(default_factory=lambda: [b""])

    def schrijf(self, data: bytes) -> None:
        self.wordt(self.nu + data)

    def wordt(self, content: bytes) -> None:
        half, before = content[: len(content) // 2], self.mogelijk[0]
        self.nu = content
        broken = (b"", half, bytes(len(content)), half + before[len(half) :])
        self.mogelijk = list(dict.fromkeys([before, *self.mogelijk, content, *broken]))

    def is_veilig(self) -> None:
        self.mogelijk = [self.nu]


@dataclass
class Map:
    """A folder: its names now, those that are safe, and what was changed since."""

    nu: dict[str, Ding] = field(default_factory=dict)
    veilig: dict[str, Ding] = field(default_factory=dict)
    open: list[dict[str, Ding | None]] = field(default_factory=list)

    def wijzig(self, names: dict[str, Ding | None]) -> None:
        self.open.append(names)
        self.nu = _changed(self.nu, [names])

    def is_veilig(self) -> None:
        self.veilig, self.open = dict(self.nu), []

    def mogelijk(self) -> Iterator[dict[str, Ding]]:
        for kept in _subsets(self.open):
            yield _changed(self.veilig, kept)


Ding = Bestand | Map


def _changed(names: Mapping[str, Ding], changes: Iterable[Mapping[str, Ding | None]]) -> dict[str, Ding]:
    now: dict[str, Ding | None] = dict(names)
    for change in changes:
        now.update(change)
    return {name: thing for name, thing in now.items() if thing is not None}


def _subsets(items: list[dict[str, Ding | None]]) -> Iterator[list[dict[str, Ding | None]]]:
    if len(items) <= _ALLE:
        masks: Iterable[int] = range(1 << len(items))
    else:
        chance = random.Random(0)
        masks = [0, (1 << len(items)) - 1, *(chance.getrandbits(len(items)) for _ in range(_STEEKPROEF))]
    for mask in masks:
        yield [item for at, item in enumerate(items) if mask >> at & 1]


class Opnemer:
    """Follows what programs do to a folder, as strace told it, one call after the other."""

    def __init__(self, folder: Path, begin: Boom) -> None:
        self._folder = os.fspath(folder)
        self.root = Map()
        self._open: dict[int, Ding] = {}
        for name, content in begin.items():
            place = self.root
            for part in name.split("/")[:-1]:
                place = _folder(place.nu.setdefault(part, Map()))
            place.nu[name.rpartition("/")[2]] = Bestand(content, [content])
        _all_safe(self.root)

    def speel(self, log: str) -> Iterator[str]:
        """Do what a run did; after each call that mattered, how that call was."""
        self._open, first = {}, ""
        for line in log.splitlines():
            found = _CALL.match(line)
            if not found:
                continue
            first = first or found["pid"]
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found["args"])]
            if found["pid"] == first and self._do(found["name"], found["args"], texts, int(found["answer"])):
                yield f"{found['name']} {b' '.join(texts)[-60:]!r}"

    def nu(self) -> Boom:
        """The tree as a program sees it now."""
        return _tree_now(self.root)

    def uitkomsten(self) -> Iterator[Boom]:
        """Every tree that may be found when the power fails now."""
        seen = set()
        for tree in _trees(self.root):
            key = frozenset(tree.items())
            if key not in seen:
                seen.add(key)
                yield tree

    # the calls

    def _do(self, name: str, args: str, texts: list[bytes], answer: int) -> bool:
        handle = int(args.split("<")[0]) if args[:1].isdigit() else -1
        if name == "openat":
            return self._opens(self._place(texts[-1]), args, answer)
        if name == "close":
            self._open.pop(handle, None)
            return False
        if name in ("write", "fsync"):
            return self._in_open(name, self._open.get(handle), texts)
        places = [self._place(text) for text in texts]
        return bool(places) and all(places) and self._renames(name, [place for place in places if place])

    def _opens(self, place: tuple[Map, str] | None, args: str, handle: int) -> bool:
        self._open.pop(handle, None)
        if place is None:
            return False
        folder, name = place
        there = folder.nu.get(name) if name else folder
        is_new = there is None
        if there is None:
            there = Bestand()
            folder.wijzig({name: there})
        self._open[handle] = there
        if "O_TRUNC" in args and isinstance(there, Bestand):
            there.wordt(b"")
        return is_new or "O_TRUNC" in args

    def _in_open(self, name: str, thing: Ding | None, texts: list[bytes]) -> bool:
        if thing is None:
            return False
        if name == "fsync":
            thing.is_veilig()
        else:
            assert isinstance(thing, Bestand)
            thing.schrijf(texts[-1])
        return True

    def _renames(self, name: str, places: list[tuple[Map, str]]) -> bool:
        folder, last = places[-1]
        match name.removesuffix("at").removesuffix("at2"):
            case "mkdir":
                folder.wijzig({last: Map()})
            case "unlink":
                folder.wijzig({last: None})
            case "link":
                folder.wijzig({last: places[0][0].nu[places[0][1]]})
            case "rename":
                assert places[0][0] is folder, "within one folder only"
                folder.wijzig({last: folder.nu[places[0][1]], places[0][1]: None})
            case _:
                return False  # who may do what, and looking
        return True

    def _place(self, path: bytes) -> tuple[Map, str] | None:
        """The folder and the name in it; None for what lies elsewhere."""
        full = os.path.normpath(os.path.join(self._folder, os.fsdecode(path)))
        if full == self._folder:
            return self.root, ""
        if not full.startswith(f"{self._folder}/"):
            return None
        *above, name = full.removeprefix(f"{self._folder}/").split("/")
        place = self.root
        for part in above:
            there = place.nu.get(part)
            if there is None:
                return None
            place = _folder(there)
        return place, name


def _folder(thing: Ding) -> Map:
    assert isinstance(thing, Map)
    return thing


def _all_safe(folder: Map) -> None:
    folder.is_veilig()
    for thing in folder.nu.values():
        if isinstance(thing, Map):
            _all_safe(thing)


def _tree_now(folder: Map) -> dict[str, bytes]:
    below = ((name, thing.nu if isinstance(thing, Bestand) else thing) for name, thing in folder.nu.items())
    tree: dict[str, bytes] = {}
    for name, item in below:
        if isinstance(item, bytes):
            tree[name] = item
        else:
            tree |= {f"{name}/{path}": content for path, content in _tree_now(item).items()}
    return tree


def _trees(folder: Map) -> Iterator[dict[str, bytes]]:
    for names in folder.mogelijk():
        choices = [[(name, item) for item in _contents(thing)] for name, thing in names.items()]
        for chosen in itertools.product(*choices):
            yield {
                f"{name}/{below}" if below else name: content
                for name, tree in chosen
                for below, content in tree.items()
            }


def _contents(thing: Ding) -> Iterator[dict[str, bytes]]:
    if isinstance(thing, Map):
        yield from _trees(thing)
    else:
        yield from ({"": content} for content in thing.mogelijk)
