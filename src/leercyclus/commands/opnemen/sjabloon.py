"""A new record as it opens in an editor: every key with what is meant, every question with its why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leercyclus.domain.punt import Punt, Veldpunt
from leercyclus.domain.record import VERSIE
from leercyclus.domain.soorten import Soort
from leercyclus.domain.veld import Invoer
from leercyclus.domain.vraagpunt import Vraagpunt
from leercyclus.store.toml import write

_MEER = '"""'


def sjabloon(soort: Soort[Any], data: Mapping[str, Any], punten: Sequence[Punt]) -> str:
    """TOML with what is known filled in, and room for the rest."""
    known = {"versie": VERSIE, **data}
    by_code = {punt.code: punt for punt in punten if isinstance(punt, Veldpunt)}
    lines = [
        f"# {soort.naam}: vul in wat u weet; wat leeg blijft, blijft open",
        f"# een tekst van meer regels staat tussen drie aanhalingstekens: {_MEER} zo {_MEER}",
        "",
    ]
    for name, veld in soort.velden.items():
        if known.get(name) is not None and name != "antwoorden":
            asked = ["", f"# {veld.vraag}"] if veld.gevraagd else []
            lines += [*asked, f"{name} = {write.value(known[name], name)}"]
        elif name in by_code:
            lines += ["", *_veld(by_code[name])]
    for punt in punten:
        if isinstance(punt, Vraagpunt):
            lines += ["", *_vraag(punt)]
        elif not isinstance(punt, Veldpunt):
            lines += ["", *_eigen(punt)]
    return "\n".join(lines) + "\n"


def _veld(punt: Veldpunt) -> Iterator[str]:
    yield f"# {punt.vraag}"
    if punt.opties:
        yield f"# kies uit: {', '.join(punt.opties)}"
    if punt.meervoud:
        yield f"{punt.code} = []"
    elif punt.opties or punt.invoer is Invoer.DATUM:
        yield f"# {punt.code} = {'2027-03-12' if punt.invoer is Invoer.DATUM else write.value(next(iter(punt.opties)))}"
    else:
        yield f'{punt.code} = ""'


def _eigen(punt: Punt) -> Iterator[str]:
    """Something that is kept as rows of its own; it goes in when its signs are taken away."""
    data: dict[str, Any] = {}
    punt.zet(data, "")
    yield f"# {punt.vraag}"
    yield from (f"# {line}" for line in write.dumps(data).splitlines() if line)


def _vraag(punt: Vraagpunt) -> Iterator[str]:
    les, vraag = punt.gesteld.sleutel
    yield f"# {punt.gesteld.vraag.waarom or punt.gesteld.les.les.titel}"
    yield "[[antwoorden]]"
    yield f"les = {write.value(les)}"
    yield f"vraag = {write.value(vraag)}"
    yield f"gevraagd = {write.value(punt.vraag)}"
    match punt.invoer:
        case Invoer.KEUZE:
            yield f"# kies uit: {'; '.join(punt.opties)}"
            yield 'keuze = ""'
        case Invoer.SCHAAL:
            yield f"# van 1 ({punt.uiteinden[0]}) tot en met 5 ({punt.uiteinden[1]})"
            yield "# score = 3"
        case Invoer.LIJST:
            yield "# rijen = ["
            for head in punt.rijkoppen or ("",):
                cells = {**dict.fromkeys(punt.kolommen, ""), punt.kolommen[0]: head}
                yield f"#     {write.value(cells)},"
            yield "# ]"
        case _:
            yield 'antwoord = ""'
