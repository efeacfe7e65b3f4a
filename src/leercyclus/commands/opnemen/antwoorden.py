"""An answer given as an option: ``--antwoord LES/VRAAG=TEKST``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leercyclus.domain.bibliotheek import volledige_naam
from leercyclus.domain.errors import NotFoundError, UsageError
from leercyclus.domain.ids import suggestion
from leercyclus.domain.vraag import GesteldeVraag


def uit_optie(text: str, questions: Sequence[GesteldeVraag]) -> tuple[GesteldeVraag, dict[str, Any]]:
    """The question that is meant, and the keys of its answer.

    UsageError when the text does not have the form or the answer does not fit the question;
    NotFoundError when the question is not asked here.
    """
    name, is_there, answer = text.partition("=")
    les, _, vraag = name.strip().rpartition("/")
    if not is_there or not les or not answer.strip():
        raise UsageError(
            f"--antwoord: '{text}' heeft niet de vorm LES/VRAAG=TEKST",
            tip="zoals --antwoord 'stap-terug/tijd=Het begon in 2014'",
        )
    key = (volledige_naam(les), vraag)
    for question in questions:
        if question.sleutel == key:
            return question, _answer(question, answer.strip())
    known = [f"{item.les.id}/{item.vraag.id}" for item in questions]
    raise NotFoundError(
        f"--antwoord: de vraag '{name}' wordt hier niet gesteld",
        tip=suggestion(name, known) or "bekijk de vragen met: leercyclus lessen",
    )


def _answer(question: GesteldeVraag, text: str) -> dict[str, Any]:
    asked = question.vraag
    if asked.vorm == "keuze":
        if text not in asked.opties:
            raise UsageError(f"--antwoord: '{text}' kan hier niet; kies uit {', '.join(asked.opties)}")
        return {"keuze": text}
    if asked.vorm == "schaal":
        score, _, why = text.partition(":")
        if score.strip() not in {"1", "2", "3", "4", "5"}:
            raise UsageError(
                f"--antwoord: '{text}' is geen cijfer van 1 tot en met 5",
                tip=f"zoals --antwoord '{question.les.id}/{asked.id}=4: in één zin waarom'",
            )
        return {"score": int(score)} | ({"antwoord": why.strip()} if why.strip() else {})
    if asked.vorm == "lijst":
        raise UsageError(
            f"--antwoord: {question.les.id}/{asked.id} vraagt om een lijst",
            tip="geef die mee in een heel stuk met --lees, of aan een terminal",
        )
    return {"antwoord": text}
