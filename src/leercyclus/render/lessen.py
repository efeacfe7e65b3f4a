"""The lesson library as a list, and one lesson as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from leercyclus.domain.bibliotheek import Bibliotheekles
from leercyclus.domain.vraag import Vraag
from leercyclus.render.scherm import ACCENT, STIL, tekst


def lijst(library: Sequence[Bibliotheekles], themes: Mapping[str, str]) -> Group:
    """By theme: the name of each lesson and its core."""
    parts: list[RenderableType] = []
    for theme, name in themes.items():
        lessons = [les for les in library if les.les.thema == theme]
        if not lessons:
            continue
        parts += [Text(), tekst(name, "bold")] if parts else [tekst(name, "bold")]
        for les in lessons:
            called = les.id if les.is_ingebouwd else les.naam
            parts.append(Padding(tekst(called, ACCENT), (0, 0, 0, 2)))
            parts.append(Padding(tekst(les.les.kern or les.les.titel or ""), (0, 0, 0, 4)))
    return Group(*parts) if parts else Group(Text("er is geen les die hierbij past"))


def pagina(les: Bibliotheekles) -> Group:
    """Everything about one lesson, with the questions it asks."""
    record = les.les
    parts: list[RenderableType] = [
        tekst(record.titel or les.id, f"bold {ACCENT}"),
        tekst(f"{les.naam} · thema {record.thema}", STIL),
        Text(),
        tekst(record.kern or "", "bold"),
        Text(),
        tekst((record.toelichting or "").strip()),
    ]
    for example in record.voorbeelden:
        parts += [Text(), Text("Voorbeeld", style="bold"), tekst(example.strip())]
    parts += [Text(), Text("Vragen", style="bold")]
    for question in les.vragen:
        parts += _question(question)
    return Group(*parts)


def _question(question: Vraag) -> list[RenderableType]:
    required = ", verplicht" if question.verplicht else ""
    lines: list[RenderableType] = [
        Padding(tekst(question.vraag), (0, 0, 0, 2)),
        Padding(
            Text(f"{question.id}: {question.fase}, {question.rol}, {question.soort}{required}", style=STIL),
            (0, 0, 0, 4),
        ),
    ]
    for detail in _details(question):
        lines.append(Padding(tekst(detail, STIL), (0, 0, 0, 4)))
    return lines


def _details(question: Vraag) -> list[str]:
    if question.soort == "schaal":
        return [f"1 = {question.links}, 5 = {question.rechts}"]
    columns = [f"kolommen: {', '.join(question.kolommen)}"] if question.kolommen else []
    return columns + [f"• {option}" for option in question.opties]
