"""What comes from outside into a command: the folder, the date, and whether somebody sits there."""

from __future__ import annotations

import datetime as dt
import inspect
import os
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leercyclus.commands.dag import gegeven_dag
from leercyclus.commands.hier import hier, toon_pad
from leercyclus.domain.bevinding import Bevinding
from leercyclus.domain.elders import Elders
from leercyclus.domain.errors import ConflictError, ContentError, NotFoundError

if TYPE_CHECKING:  # with the models and the store, every command would take three times as long to start
    from leercyclus.domain.gelezen import Gelezen, Inhoud
    from leercyclus.domain.leertraject import Leertraject
    from leercyclus.store.werkmap import Werkmap


class Omgeving:
    """The surroundings of one command.

    ``geef_opdracht`` gives another command, by its words. ``andere_werkmap`` is a leertraject that is
    not simply the one at ``start``. ``delen`` says of which leertrajecten only a part was there.
    """

    def __init__(
        self,
        start: Path,
        *,
        mag_vragen: bool,
        oefenen: bool = False,
        geef_opdracht: Callable[[list[str]], int] = lambda words: 0,
        andere_werkmap: Werkmap | None = None,
        delen: list[Elders] | None = None,
    ) -> None:
        self.start = start
        self.mag_vragen = mag_vragen
        self.oefenen = oefenen
        self.geef_opdracht = geef_opdracht
        self.andere_werkmap = andere_werkmap
        self.delen: list[Elders] = [] if delen is None else delen

    def anders(self, **given: Any) -> Omgeving:
        """The same surroundings but for these; nothing is known of the leertraject yet."""
        names = inspect.signature(Omgeving).parameters
        return Omgeving(**{**{name: getattr(self, name) for name in names}, **given})

    @classmethod
    def of(
        cls,
        map: str | None,
        *,
        geen_invoer: bool = False,
        oefenen: bool = False,
        geef_opdracht: Callable[[list[str]], int] = lambda words: 0,
    ) -> Omgeving:
        """From the options and the environment of the process."""
        given = map if map is not None else os.environ.get("LEERCYCLUS_MAP") or None
        if given is not None and not os.path.isdir(given):
            raise NotFoundError(f"de map '{given}' bestaat niet", tip="kijk --map of LEERCYCLUS_MAP na")
        return cls(
            start=hier() if given is None else Path(given) if os.path.isabs(given) else hier() / given,
            mag_vragen=not geen_invoer and sys.stdin.isatty() and sys.stderr.isatty(),
            oefenen=oefenen,
            geef_opdracht=geef_opdracht,
        )

    @cached_property
    def root(self) -> Path:
        """The folder of the leertraject here. NotFoundError when there is none."""
        from leercyclus.store.vinden import vind

        return self.andere_werkmap.root if self.andere_werkmap else vind(self.start)

    @cached_property
    def werkmap(self) -> Werkmap:
        """The leertraject here, to read records from. NotFoundError when there is none."""
        from leercyclus.store.werkmap import Werkmap

        elders = self.elders
        return self.andere_werkmap or Werkmap(self.root, elders=elders)

    @cached_property
    def elders(self) -> Elders:
        """What the leertraject here has that is not in its folder."""
        from leercyclus.store import deel

        found = self.andere_werkmap.elders if self.andere_werkmap else deel.elders(self.root)
        if found.is_er:
            self.delen.append(found)
        return found

    @cached_property
    def inhoud(self) -> Inhoud:
        """Everything in it."""
        return self.werkmap.inhoud()

    @cached_property
    def _groep(self) -> Gelezen[Leertraject] | Bevinding:
        return self.werkmap.groep()

    @property
    def groep(self) -> Leertraject:
        """The group; an empty one when ``leertraject.toml`` cannot be read (see ``problemen``)."""
        from leercyclus.domain.leertraject import Leertraject

        return Leertraject() if isinstance(self._groep, Bevinding) else self._groep.record

    @property
    def problemen(self) -> tuple[Bevinding, ...]:
        """What kept the group, or a folder, from being read."""
        return (*([self._groep] if isinstance(self._groep, Bevinding) else []), *self.werkmap.niet_gelezen())

    @cached_property
    def vandaag(self) -> dt.date:
        """``LEERCYCLUS_VANDAAG``, else the peildatum of the leertraject, else the system's date."""
        return gegeven_dag() or self.groep.peildatum or dt.date.today()

    def leesbare_groep(self) -> Gelezen[Leertraject]:
        """``leertraject.toml`` as it was read. ContentError when it cannot be."""
        if isinstance(self._groep, Bevinding):
            problem = self._groep.in_file(self.toon_pad(self._groep.bestand))
            raise ContentError.van(problem, "herstel dit bestand eerst; daarna kunt u verder")
        return self._groep

    def voor_schrijven(self) -> Werkmap:
        """The leertraject, when something may be recorded in it.

        ConflictError for an example, ContentError when ``leertraject.toml`` cannot be read.
        """
        self.leesbare_groep()
        if self.groep.voorbeeld and not self.oefenen:
            raise ConflictError(
                "dit leertraject is een voorbeeld; er wordt niets in vastgelegd",
                tip="oefen hier met --oefenen, of begin uw eigen leertraject met: leercyclus begin",
            )
        return self.werkmap

    def voor_vragen(self, map: str) -> None:
        """Nobody is asked what cannot be kept. PermissionError when this folder may not be written."""
        from leercyclus.store import files

        if self.mag_vragen:
            files.toets_schrijfbaar(self.werkmap.root / map)

    def toon_pad(self, bestand: str) -> str:
        """A path within the leertraject as the user sees it from the working directory."""
        return toon_pad(self.root / bestand)
