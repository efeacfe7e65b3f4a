"""What is handed over with ``--lees``, and what stands in the way of recording at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.controle import sleutel, to_record
from leercyclus.domain.errors import ContentError
from leercyclus.domain.soorten import Soort
from leercyclus.domain.veld import Verwijzing
from leercyclus.domain.verwijzingen import onbekende_verwijzingen
from leercyclus.store.aanlevering import Aanlevering
from leercyclus.store.werkmap import CyclusMap


def aangeleverd(
    soort: Soort[Any],
    source: Aanlevering,
    given: Mapping[str, Any],
    bekend: Mapping[Verwijzing, Collection[str]],
) -> dict[str, Any]:
    """A whole record; the options add what it does not say. Without ``stand`` it is definitief.

    ContentError names every fault, and every id that names nothing.
    """
    data = {**source.record(soort), **given}
    record, _ = to_record(soort.model, data)
    unknown = onbekende_verwijzingen(record, bekend)
    if unknown:
        raise ContentError(
            f"{source.naam} noemt wat er niet is",
            details=[f"{sleutel(path)}: er is geen {kind.value} '{id}'" for path, kind, id in unknown],
            tip="verbeter dit en geef de opdracht opnieuw; er is niets bewaard",
        )
    return {"stand": "definitief", **data} if soort.met_stand else data


def weiger_onleesbaar(omgeving: Omgeving, folder: CyclusMap, soort: Soort[Any]) -> None:
    """A record that there is one of, and that cannot be read, is mended first."""
    for problem in folder.problemen if soort.is_enkel else ():
        if problem.bestand == f"{folder.id}/{soort.pad}":
            raise ContentError.van(
                problem.in_file(omgeving.toon_pad(problem.bestand)),
                "herstel dit bestand eerst; er is niets bewaard",
            )
