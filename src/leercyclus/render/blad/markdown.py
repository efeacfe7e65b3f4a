"""A sheet as Markdown: it reads well in a mail, and can be filled in with any editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.domain import blad
from leercyclus.domain.blad import Bladblok
from leercyclus.domain.veld import Invoer
from leercyclus.render.stuk import escaped

_ROOM = "\n"  # below an answer that is still to come


def als_markdown(blokken: Iterable[Bladblok]) -> str:
    """The sheet, with an empty line between its pieces."""
    pieces: list[str] = []
    previous = ""
    for block in blokken:
        text = _piece(block)
        if text and pieces and block.vorm == previous and block.vorm in ("gegeven", "punt"):
            pieces[-1] += f"\n{text}"
        elif text:
            pieces.append(text)
        previous = block.vorm
    return "\n\n".join(pieces).rstrip("\n") + "\n"


def _piece(block: Bladblok) -> str:
    text = escaped(block.tekst)
    match block.vorm:
        case "titel":
            return f"# {text}"
        case "kop":
            return f"## {text}"
        case "tussenkop":
            return f"### {text}"
        case "vraag":
            return f"**{block.label}. {text}**"
        case "gegeven":
            return f"- **{escaped(block.label)}:** {' '.join(text.split())}"
        case "punt":
            return f"- {text}"
        case "toelichting":
            return text.replace("\n", "  \n")
        case "merk":
            return block.tekst
        case "antwoord":
            return "\n\n".join(_antwoord(block))
        case "pagina":
            return ""
        case _:
            return text


def _antwoord(block: Bladblok) -> Iterator[str]:
    punt, value = block.punt, block.waarde
    assert punt is not None
    yield block.tekst
    boxes = blad.vakjes(punt, value)
    if boxes:
        yield "\n".join(
            f"- {blad.AANGEKRUIST if ticked else blad.LEEG} {escaped(label)}" for ticked, label in boxes
        )
        if blad.zin(punt):
            yield blad.zin(punt)
    if punt.invoer is Invoer.LIJST:
        yield _tabel(blad.tabel(punt, value))
    elif not boxes or blad.zin(punt):
        yield blad.tekst(punt, value) or _ROOM


def _tabel(rows: list[list[str]]) -> str:
    head, *body = [[_cel(cell) for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cel(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
