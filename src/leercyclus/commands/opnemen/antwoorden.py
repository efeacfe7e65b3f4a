"""An answer given as an option: ``--antwoord LES/VRAAG=TEKST``; and a question named by its code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from leercyclus.domain.antwoord import CIJFERS, Antwoord
from leercyclus.domain.bibliotheek import INGEBOUWD
from leercyclus.domain.controle import gebreken
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.punt import Punt
from leercyclus.domain.veld import Invoer
from leercyclus.domain.vraagpunt import Vraagpunt

P = TypeVar("P", bound=Punt)


def met_code(code: str, punten: Sequence[P], optie: str) -> P:
    """The punt that is meant; the id of a question is enough where it is the only one.

    NotFoundError, with the nearest codes, when it is not asked here.
    """
    wanted = code.strip().removeprefix(f"{INGEBOUWD}/")
    exact = [punt for punt in punten if punt.code == wanted]
    found = exact or [punt for punt in punten if punt.code.rpartition("/")[2] == wanted]
    if len(found) == 1:
        return found[0]
    known = [name for punt in punten for name in (punt.code, punt.code.rpartition("/")[2])]
    raise NotFoundError(
        f"{optie}: de vraag '{code}' wordt hier niet gesteld",
        tip=suggestion(wanted, known) or f"kies uit: {', '.join(punt.code for punt in punten)}",
    )


def uit_optie(text: str, punten: Sequence[Vraagpunt]) -> tuple[Vraagpunt, Any]:
    """The question that is meant, and the value of the answer.

    UsageError when the text does not have the form or the answer does not fit the question;
    NotFoundError when the question is not asked here.
    """
    code, is_there, answer = text.partition("=")
    if not is_there or "/" not in code or not answer.strip():
        raise UsageError(
            f"--antwoord: '{text}' heeft niet de vorm LES/VRAAG=TEKST",
            tip="zoals --antwoord 'stap-terug/tijd=Het begon in 2014'",
        )
    punt = met_code(code, punten, "--antwoord")
    value = _value(punt, answer.strip())
    les, vraag = punt.gesteld.sleutel
    said = value if isinstance(value, dict) else {"antwoord": value}
    for fault in gebreken(Antwoord, {"les": les, "vraag": vraag, **said}):
        raise UsageError(f"--antwoord {punt.code}: {fault.melding}")
    return punt, value


def _value(punt: Vraagpunt, text: str) -> Any:
    match punt.invoer:
        case Invoer.KEUZE:
            if text not in punt.keuzes:
                raise UsageError(f"--antwoord: '{text}' kan hier niet; kies uit {', '.join(punt.keuzes)}")
            return punt.van_keuze([text])
        case Invoer.SCHAAL:
            score, _, why = text.partition(":")
            if score.strip() not in punt.keuzes:
                raise UsageError(
                    f"--antwoord: '{text}' is geen cijfer van {CIJFERS[0]} tot en met {CIJFERS[-1]}",
                    tip=f"zoals --antwoord '{punt.code}=4: in één zin waarom'",
                )
            return punt.van_keuze([score.strip()]) | ({"antwoord": why.strip()} if why.strip() else {})
        case Invoer.LIJST:
            raise UsageError(
                f"--antwoord: {punt.code} vraagt om een lijst",
                tip="geef die mee in een heel stuk met --lees, of aan een terminal",
            )
        case _:
            return text
