"""leercyclus uitleg."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from leercyclus.commands.omgeving import Omgeving
from leercyclus.commands.opdracht import opdracht
from leercyclus.domain.errors import NotFoundError
from leercyclus.domain.ids import suggestion
from leercyclus.render import proza, voorschrift
from leercyclus.render.proza import Alinea
from leercyclus.store.uitleg import Woord, uitleg_van, voorschriften, woorden


def _keuze() -> tuple[str, ...]:
    return (*(item.woord for item in woorden()), *voorschriften())


@opdracht()
def uitleg(
    omgeving: Omgeving,
    woord: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WOORD|CODE]…", help="Zoals zelfanalyse, termijn of LC020", show_default=False
        ),
        _keuze,
    ] = None,
) -> int:
    """Zegt wat een woord of een bevinding betekent en wat u ermee doet. Zonder WOORD: alle woorden.

    Voorbeeld: leercyclus uitleg gespreksnotitie
    """  # fmt: skip
    if not woord:
        for item in woorden():
            print(item.woord)
        return 0
    asked = " ".join(woord)
    if rule := voorschriften().get(asked.strip().upper()):
        proza.toon(voorschrift.op_scherm(rule))
        return 0
    found = uitleg_van(asked)
    if found is None:
        known = [name for item in woorden() for name in (item.woord, *item.ook)]
        is_code = asked.upper().startswith("LC")
        raise NotFoundError(
            f"er is geen code '{asked}'" if is_code else f"'{asked}' staat niet in de woordenlijst",
            tip=suggestion(asked.upper(), voorschriften())
            if is_code
            else suggestion(asked, known) or "alle woorden: leercyclus uitleg",
        )
    proza.toon(_alineas(found))
    return 0


def _alineas(word: Woord) -> Iterator[Alinea]:
    yield Alinea(word.woord, kop=True)
    yield Alinea(word.betekenis)
    if word.doen:
        yield Alinea(word.doen, stil=True)
