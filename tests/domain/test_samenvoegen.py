"""Two versions of a record become one, and nothing of either is lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from leercyclus.domain.samenvoegen import Verschil, voeg_samen

_WAARDE = st.none() | st.text(max_size=3) | st.integers(0, 2)
_CODES = [("ingebouwd/a", "v1"), ("ingebouwd/a", "v2"), ("groep/b", "v1")]


def _data(values: dict[str, Any], answers: dict[tuple[str, str], str]) -> dict[str, Any]:
    data = {key: item for key, item in values.items() if item is not None}
    if answers:
        data["antwoorden"] = [
            {"les": les, "vraag": vraag, "antwoord": said} for (les, vraag), said in answers.items()
        ]
    return data


VERSIE = st.builds(
    _data,
    st.dictionaries(st.sampled_from(["titel", "vraag", "eigen"]), _WAARDE),
    st.dictionaries(st.sampled_from(_CODES), st.text(max_size=2)),
)


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """By key, and for an answer by its question."""
    flat = {key: item for key, item in data.items() if key != "antwoorden"}
    return flat | {f"{row['les']}/{row['vraag']}": row for row in data.get("antwoorden", [])}


@given(VERSIE, VERSIE, VERSIE)
def test_what_either_changed_is_there_and_what_both_changed_is_told(
    base: dict[str, Any], own: dict[str, Any], other: dict[str, Any]
) -> None:
    merged, differ = voeg_samen(base, own, other)
    was, mine, theirs, became = map(_flat, (base, own, other, merged))
    told = {item.code.removeprefix("ingebouwd/") for item in differ}
    for key in {*was, *mine, *theirs}:
        before, ours, others, now = (version.get(key) for version in (was, mine, theirs, became))
        changed_by_us, changed_by_them = ours != before, others != before
        assert now == (others if changed_by_them else ours)
        both = changed_by_us and changed_by_them and ours != others
        assert (key.removeprefix("ingebouwd/") in told) == both


@given(VERSIE, VERSIE)
def test_who_changed_nothing_changes_nothing(base: dict[str, Any], other: dict[str, Any]) -> None:
    assert voeg_samen(base, base, other) == (other, [])
    merged, differ = voeg_samen(base, other, base)
    assert _flat(merged) == _flat(other)
    assert differ == []


def test_two_answers_that_cannot_be_told_apart_are_one_thing() -> None:
    twice = {"antwoorden": [{"les": "a", "vraag": "v"}, {"les": "ingebouwd/a", "vraag": "v"}]}
    assert voeg_samen({}, twice, {"antwoorden": [1]}) == (
        {"antwoorden": [1]},
        [Verschil("antwoorden", twice["antwoorden"], [1])],
    )


def test_the_order_of_who_was_first_stays() -> None:
    other = {"b": 1, "a": 2, "antwoorden": [{"les": "x", "vraag": "v"}]}
    merged, _ = voeg_samen({}, {"a": 2, "c": 3}, other)
    assert list(merged) == ["b", "a", "c", "antwoorden"]
