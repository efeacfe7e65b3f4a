"""A record is made of whatever is read, and what is wrong is told where it stands."""

from __future__ import annotations

import copy
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leercyclus.domain.controle import oorspronkelijk_pad, to_record
from leercyclus.domain.les import Les
from leercyclus.domain.soorten import soort_van
from leercyclus.domain.zelfanalyse import Zelfanalyse
from tests.checks.gebroken import BASIS

WRONG: tuple[Any, ...] = (5, "x y", [], {}, [1], [{}], True, "a\u202eb", {"a": 1})


def _paths(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield from _paths(value, (*path, key))


@pytest.mark.parametrize("path", sorted(BASIS.rglob("*.toml")), ids=lambda path: path.stem)
def test_whatever_is_wrong_a_record_is_made(path: Path) -> None:
    found = soort_van(path.relative_to(BASIS).as_posix())
    assert found
    chance = random.Random(path.stem)
    for _ in range(100):
        data = copy.deepcopy(tomllib.loads(path.read_text("utf-8")))
        for _ in range(chance.randint(1, 4)):
            *before, last = chance.choice(list(_paths(data)))
            parent: Any = data
            for part in before:
                parent = parent[part]
            if chance.random() < 0.4:
                del parent[last]
            else:
                parent[last] = copy.deepcopy(chance.choice(WRONG))
            if not data:
                break
        record, wrong = to_record(found[0].model, data)
        for place in _paths(record.model_dump()) if wrong else ():
            oorspronkelijk_pad(found[0].model, data, place)


def test_a_row_that_lacks_two_things_takes_nothing_else_along() -> None:
    rows: list[dict[str, Any]] = [
        {"score": 9},
        {"les": "ingebouwd/veiligheid", "vraag": "eigen-rol", "score": 2},
    ]
    record, wrong = to_record(Zelfanalyse, {"antwoorden": rows})
    assert [item.vraag for item in record.antwoorden] == ["eigen-rol"]
    assert record.antwoorden[0].score == 2
    assert {item.sleutel for item in wrong} == {f"antwoorden[1].{key}" for key in ("les", "vraag", "score")}


def test_a_later_row_is_found_where_it_stands() -> None:
    rows = [{}, {"id": "b", "vraag": "B?"}, {}, {"id": "d", "vraag": "D?"}]
    data = {"vragen": rows}
    record, _ = to_record(Les, data)
    assert [item.id for item in record.vragen] == ["b", "d"]
    assert oorspronkelijk_pad(Les, data, ("vragen", 1, "soort")) == ("vragen", 3, "soort")
    assert oorspronkelijk_pad(Les, data, ("titel",)) == ("titel",)
