"""What stands in a record and is not asked, as a punt: somebody decides about it as it stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leercyclus.domain.antwoord import code_van, sleutel_van
from leercyclus.domain.punt import Punt
from leercyclus.domain.record import Deel
from leercyclus.domain.veld import Invoer


@dataclass(frozen=True, kw_only=True)
class Ruwpunt(Punt):
    """Something that is known by its code alone."""

    vraag: str = "staat in het bestand"
    invoer: Invoer = Invoer.SAMENGESTELD

    def uit(self, record: Deel) -> Any:
        return self.ruw(record.model_dump(exclude_unset=True))

    def uit_ruw(self, model: type[Deel], ruw: Any) -> Any:
        return ruw


class Sleutelpunt(Ruwpunt):
    """A key: one of somebody's own, or one whose value does not hold."""

    def ruw(self, data: Mapping[str, Any]) -> Any:
        return data.get(self.code)

    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        data[self.code] = waarde

    def haal_weg(self, data: dict[str, Any]) -> None:
        data[self.code] = None


class Antwoordpunt(Ruwpunt):
    """An answer, to a question that is gone or in a form that does not hold."""

    def ruw(self, data: Mapping[str, Any]) -> Any:
        return next((row for row in data.get("antwoorden", []) if self._is_dit(row)), None)

    def zet(self, data: dict[str, Any], waarde: Any) -> None:
        self.haal_weg(data)
        data["antwoorden"].append(waarde)

    def haal_weg(self, data: dict[str, Any]) -> None:
        data["antwoorden"] = [row for row in data.get("antwoorden", []) if not self._is_dit(row)]

    def _is_dit(self, row: Mapping[str, Any]) -> bool:
        return code_van(*sleutel_van(row)) == self.code
