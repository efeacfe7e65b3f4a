"""A sheet as Markdown: it reads well in a mail, and can be filled in with any editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from leercyclus.domain.blad import Bladblok
from leercyclus.domain.tekst import without_refused_visibly
from leercyclus.render.ontsnapt import escaped

_AANGEKRUIST, _LEEG = "[x]", "[ ]"
_ROOM = "\n"  # for an answer that is still to come
_TOGETHER = ("gegeven", "punt", "vakje")  # without empty lines between them


def als_markdown(blokken: Iterable[Bladblok]) -> str:
    """The sheet, with an empty line between its pieces."""
    pieces: list[str] = []
    previous = ""
    for block in blokken:
        text = _piece(block)
        if text and pieces and block.vorm == previous and block.vorm in _TOGETHER:
            pieces[-1] += f"\n{text}"
        elif text:
            pieces.append(text)
        previous = block.vorm
    return without_refused_visibly("\n\n".join(pieces).rstrip("\n") + "\n")


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
        case "vakje":
            return f"- {_AANGEKRUIST if block.aan else _LEEG} {text}"
        case "tabel":
            return _tabel(block.rijen)
        case "ruimte":
            return block.tekst or _ROOM
        case "pagina":
            return ""
        case "merk":
            return block.tekst
        case "tekst" | "label" | "zin":
            return text


def _tabel(rows: Sequence[Sequence[str]]) -> str:
    head, *body = [[_cel(cell) for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cel(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
