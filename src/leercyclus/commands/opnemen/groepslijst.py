"""The people and organisations of ``leertraject.toml``, being changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leercyclus.domain.errors import ContentError, NotFoundError, UsageError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.ids import suggestion
from leercyclus.domain.leertraject import Deelnemer
from leercyclus.domain.veld import velden

Rij = dict[str, Any]


class Groepslijst:
    """The people and organisations of ``leertraject.toml``, being changed."""

    def __init__(self, gelezen: Gelezen[Any]) -> None:
        self.gelezen = gelezen
        raw = gelezen.document.data
        self.mensen = _rows(raw, "deelnemers")
        self.organisaties = _rows(raw, "organisaties")
        self.meldingen: list[str] = []

    def zet(self, values: Mapping[str, Any], organisation_name: str | None) -> None:
        """Add or change one person. NotFoundError for an organisation that is not there."""
        if organisation := values.get("organisatie"):
            self._ensure_organisation(organisation, organisation_name)
        found = next((row for row in self.mensen if row.get("id") == values["id"]), None)
        if found is not None:
            found |= values
            self.meldingen.append(f"gewijzigd: {values['id']}")
            return
        if not values.get("naam"):
            raise UsageError(f"--naam ontbreekt: welke functie {values['id']} heeft")
        order = list(velden(Deelnemer))
        new = {"rol": "deelnemer", **values}
        self.mensen.append({key: new[key] for key in order if key in new})
        self.meldingen.append(f"toegevoegd: {values['id']}")

    @property
    def organisatienamen(self) -> dict[str, str]:
        """The organisations by id; without the rows in which that is no text."""
        ids = [(row.get("id"), row.get("naam")) for row in self.organisaties]
        return {id: name if isinstance(name, str) else "" for id, name in ids if isinstance(id, str)}

    def wijziging(self) -> dict[str, Any]:
        """The keys of ``leertraject.toml`` that change."""
        changed = {"organisaties": self.organisaties, "deelnemers": self.mensen}
        return {key: rows for key, rows in changed.items() if rows}

    def _ensure_organisation(self, id: str, name: str | None) -> None:
        known = self.organisatienamen
        if id in known:
            return
        if not name:
            raise NotFoundError(
                f"--organisatie: er is geen organisatie '{id}'",
                tip=suggestion(id, known) or f'voeg haar toe met: --organisatie {id} --organisatie-naam "…"',
            )
        self.organisaties.append({"id": id, "naam": name})
        self.meldingen.append(f"toegevoegd: organisatie {id}")


def _rows(raw: Mapping[str, Any], key: str) -> list[Rij]:
    rows = raw.get(key, [])
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        raise ContentError(f"leertraject.toml: '{key}' is geen lijst", tip=f"schrijf elke rij als [[{key}]]")
    return [dict(row) for row in rows]
