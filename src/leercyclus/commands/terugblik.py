"""What became of the advices of earlier cycles: a query, nothing is copied."""

from __future__ import annotations

from collections.abc import Iterator

from leercyclus.domain.datum import kort
from leercyclus.domain.opvolging import Opvolging
from leercyclus.domain.soorten import OPVOLGING
from leercyclus.domain.tekst import aantal, first_line
from leercyclus.store.werkmap import Werkmap

EERSTE_KEER = "Er is nog niets om op terug te kijken: dit is de eerste keer."
NIET_HIER = "De eerdere cycli staan niet in deze map, dus daarop is hier niet terug te kijken."


def voornemens(werkmap: Werkmap, cyclus: str) -> list[tuple[str, Opvolging]]:
    """What was going to happen in the other cycles, with the cyclus it comes from."""
    return [
        (id, answer.record)
        for id in werkmap.cyclus_ids()
        if id != cyclus
        for answer in werkmap.cyclus(id).van(OPVOLGING)
        if answer.record.voornemen != "neemt niet over"
    ]


def regels(werkmap: Werkmap, cyclus: str) -> Iterator[str]:
    """Those lines: first what has no outcome yet, then the rest."""
    answers = voornemens(werkmap, cyclus)
    waiting = [(id, answer) for id, answer in answers if answer.wacht_op_uitkomst]
    done = [(id, answer) for id, answer in answers if not answer.wacht_op_uitkomst]
    if not answers:
        yield NIET_HIER if werkmap.elders.cycli_zijn_er else EERSTE_KEER
        return
    yield f"Terugblik: {aantal(len(waiting), 'voornemen staat', 'voornemens staan')} nog open, {len(done)} met een uitkomst"
    yield ""
    for id, answer in waiting:
        yield f"○ {id}: {_what(answer)}{_who(answer)}"
    for id, answer in done:
        yield f"✓ {id}: {_what(answer)}"
        yield f"    {first_line(answer.uitkomst or '', 120)}"


def _what(answer: Opvolging) -> str:
    return first_line(answer.actie or answer.waarom or "", 100)


def _who(answer: Opvolging) -> str:
    parts = [answer.actiehouder or "", f"uiterlijk {kort(answer.uiterlijk)}" if answer.uiterlijk else ""]
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""
