"""A rule of ``controleer`` explained: for the screen, and as the page docs/bevindingen.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leercyclus.domain.voorschrift import Voorschrift
from leercyclus.render.proza import Alinea

_INTRO = """# Bevindingen

Wat `leercyclus controleer` kan melden, met voor elke code waarom het ertoe doet en wat u doet. Hetzelfde
leest u aan de terminal met `leercyclus uitleg CODE`.

Een code die voor uw groep niet geldt, zet u met de reden in `leertraject.toml`:

```toml
[negeer]
LC020 = "wij brengen een vraag altijd met z\'n drieën in"
```

Wat niet te lezen is of in vertrouwen gezegd werd, kan niet genegeerd worden. Dat staat er dan bij.
"""


def deel(rule: Voorschrift) -> Iterator[tuple[str, str]]:
    """The parts of an explanation, each with its heading; the first is the rule itself."""
    yield f"{rule.code}: {rule.titel}", ""
    yield "", f"{rule.ernst}{'' if rule.negeerbaar else ', kan niet genegeerd worden'}"
    yield "Waarom", rule.waarom
    yield "Wat u doet", rule.herstel
    where = f" in {rule.bestand}" if rule.bestand else ""
    yield f"Fout{where}", rule.fout
    yield f"Goed{where}", rule.goed


def _is_voorbeeld(heading: str) -> bool:
    return heading.startswith(("Fout", "Goed"))


def op_scherm(rule: Voorschrift) -> Iterator[Alinea]:
    """The same for the screen, the examples as they would stand in a file."""
    for heading, text in deel(rule):
        if heading:
            yield Alinea(heading, kop=True)
        if text:
            yield Alinea(text, letterlijk=_is_voorbeeld(heading), inspringen=2 if heading else 0, wit=1)


def bladzijde(rules: Iterable[Voorschrift]) -> str:
    """All rules as a page of Markdown."""
    return "\n".join([_INTRO, *(line for rule in rules for line in _markdown(rule))])


def _markdown(rule: Voorschrift) -> Iterator[str]:
    (title, _), (_, level), *parts = deel(rule)
    yield from (f"## {title}", "", f"*{level}*", "")
    for heading, text in parts:
        if _is_voorbeeld(heading):
            language = "toml" if rule.bestand else "text"
            yield from (f"{heading}:", "", f"```{language}", text, "```", "")
        else:
            yield from (f"**{heading}.** {text}", "")
