"""Text that would do something to a terminal, and leertrajecten in which it is everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import BaseModel, ValidationError

from leercyclus.domain.soorten import SOORTEN, soort_van
from leercyclus.domain.veld import velden
from tests.checks.gebroken import herstel

CYCLUS = "2027-zwembad"
#: What is in no output, but for a newline and a tab. Said here once more: a test of a list is not that list.
VERBODEN = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\n\t"),
    *map(chr, range(0x7F, 0xA0)),
    *"\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u2060\u3164\ufeff\uffa0",
    *map(chr, (*range(0x2061, 0x2065), *range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC))),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *map(chr, range(0xE0000, 0xE0080)),
]
#: Rich would make bold text and a cross of it.
MERK = "gif[b]:x:"
#: Sequences that nothing of ours ever sends: a title, a colour, a place on the screen, a link.
REEKSEN = ("\x1b]0;gif\x07", "\x1b[38;5;199m", "\x1b[7;77H", "\x1b]8;;http://gif/\x1b\\", "\x9b38;5;199m")
_OPMAAK = "[/x][link=http://gif/]"
#: Everything. A record refuses it.
GEWEIGERD = MERK + _OPMAAK + "".join((*REEKSEN, *VERBODEN))
#: What a record may hold, although it is not shown.
TOEGESTAAN = MERK + _OPMAAK + "\u061c\u200e\u200f\u2028\u2029\u2061\u206a\u3164\ue000"
#: As an argument or the name of a file: no zero byte, but halves of characters.
ARGUMENT = GEWEIGERD.replace("\0", "") + "\udc80\udcff"


def _stuk(model: type[BaseModel]) -> dict[str, Any]:
    """Every field holds everything, and so does a key that nobody knows."""
    data: dict[str, Any] = {
        name: [_waarde(field.deel)] if field.meervoud else _waarde(field.deel)
        for name, field in velden(model).items()
        if name != "versie"
    }
    return {"versie": 1, **data, GEWEIGERD: GEWEIGERD, f"{MERK}\x1b": {GEWEIGERD: [GEWEIGERD]}}


def _waarde(deel: type[BaseModel] | None) -> Any:
    return _stuk(deel) if deel else GEWEIGERD


#: In a comment TOML itself refuses control characters.
_OPMERKING = "# " + "".join(char for char in GEWEIGERD if char >= " " and char != "\x7f") + "\n"


def als_toml(model: type[BaseModel]) -> str:
    """A record that holds everything everywhere, and in a comment."""
    return _OPMERKING + tomli_w.dumps(_stuk(model))


def geweigerd(root: Path) -> Path:
    """A leertraject of which nothing is right, in every kind of record and every field."""
    herstel(root)
    for kind in SOORTEN:
        path = root / kind.bestand_in(CYCLUS if kind.in_cyclus else "", "vijand-abc123")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(als_toml(kind.model), "utf-8")
    return root


def toegestaan(root: Path) -> Path:
    """A leertraject of which all is right, with every text in it as wild as it may be."""
    herstel(root)
    for path in sorted(root.rglob("*.toml")):
        found = soort_van(path.relative_to(root).as_posix())
        assert found
        data = _verwilderd(found[0].model, tomllib.loads(path.read_text("utf-8")))
        path.write_text(tomli_w.dumps(data), "utf-8")
    return root


def _verwilderd(model: type[BaseModel], data: dict[str, Any]) -> dict[str, Any]:
    for name, field in velden(model).items():
        if field.verwijst_naar is not None:
            continue
        if not field.deel:
            candidates: list[Any] = [TOEGESTAAN, [TOEGESTAAN], {"vraag": TOEGESTAAN}]
        elif field.meervoud:
            candidates = [[_verwilderd(field.deel, part) for part in data.get(name, [{}])]]
        else:
            candidates = [_verwilderd(field.deel, data.get(name, {}))]
        wild = next((item for item in candidates if _mag(model, name, item)), None)
        data |= {} if wild is None else {name: wild}
    return data


def _mag(model: type[BaseModel], name: str, value: object) -> bool:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return all(problem["loc"][:1] != (name,) for problem in error.errors())
    return True


def kapot(root: Path) -> Path:
    """A leertraject with files and folders that cannot be read, or have a name that is none."""
    herstel(root)
    cycle, advices = root / CYCLUS, root / CYCLUS / "adviezen"
    (advices / "toml.toml").write_bytes(f'tekst = "{GEWEIGERD}"\n'.encode())
    (advices / "sleutel.toml").write_bytes(f"{MERK}\x1b[31m\u202e = = 1\n".encode())
    (advices / "dubbel.toml").write_text(tomli_w.dumps({GEWEIGERD: 1}) * 2, "utf-8")
    (advices / "latijn.toml").write_bytes(b"tekst = '" + MERK.encode() + b"\xff\x1b]0;gif\x07'\n")
    (advices / "later.toml").write_text(als_toml(SOORTEN[0].model).replace("versie = 1", "versie = 99"))
    (advices / "map.toml").mkdir()
    ours, theirs = GEWEIGERD.replace("\r", ""), TOEGESTAAN
    (cycle / "gespreksnotitie.toml").write_text(
        f'<<<<<<< {ours}\nspiegel = "a"\n=======\nspiegel = "b"\n>>>>>>> {theirs}\n', "utf-8"
    )
    for number, name in enumerate(namen()):
        (advices / f"{name}.toml").write_text('tekst = "x"\n')
        (root / name).mkdir()
        shutil.copy(cycle / "cyclus.toml", root / name / "cyclus.toml")
        (advices / f"verwijzing-{number}.toml").symlink_to(f"{name}-elders.toml")
    return root


def namen() -> Iterator[str]:
    """Names for files that together hold everything a name can; one has at most 255 bytes."""
    usable = [char for char in (*VERBODEN, "\udc80", "\udcff") if char != "\0"]
    yield from (f"{MERK}{''.join(usable[at : at + 50])}" for at in range(0, len(usable), 50))
    yield "gif[b]\x1b]0;gif\x07\x1b[38;5;199m"


LEERTRAJECTEN = {"geweigerd": geweigerd, "toegestaan": toegestaan, "kapot": kapot}


def in_git(root: Path) -> Path:
    """All of it staged, on a branch with a name as wild as git allows."""

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", os.fspath(root), *words], check=True, capture_output=True)

    git("init", "-q", "-b", "gif\u202e\u0085\ufeff")
    git("add", "--all")
    return root
