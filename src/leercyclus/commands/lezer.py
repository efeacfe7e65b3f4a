"""For whom something is shown: the door that it goes through."""

from __future__ import annotations

from typing import Annotated

import typer

from leercyclus.commands.omgeving import Omgeving
from leercyclus.domain.errors import UsageError
from leercyclus.domain.gelezen import Gelezen
from leercyclus.domain.kring import Kring
from leercyclus.domain.openbaarheid import Instemming
from leercyclus.domain.projectie import Deur
from leercyclus.domain.soorten import GROEPSLES, TOESTEMMING
from leercyclus.domain.tekst import aantal
from leercyclus.gesprek.zeggen import zeg

KRINGEN = tuple(str(kring) for kring in Kring)

_VOOR = typer.Option("--voor", metavar="KRING", help=f"Alleen wat deze kring mag lezen: {', '.join(KRINGEN)}")
Voor = Annotated[str | None, _VOOR, KRINGEN]
#: For what leaves the folder: whoever gives it says for whom it is.
VoorWie = Annotated[str, _VOOR, KRINGEN]


def deur(omgeving: Omgeving, voor: str | None) -> Deur:
    """The door for ``--voor``; who has the folder and names no circle reads everything in it."""
    if voor is None:
        return Deur(Kring.VERTROUWELIJK)
    if voor not in KRINGEN:
        raise UsageError(f"--voor: '{voor}' is geen kring; kies uit {', '.join(KRINGEN)}")
    kring = Kring(voor)
    if Kring.BESTUUR.ziet(kring):
        group, consents = omgeving.werkmap.groep(), omgeving.werkmap.records(TOESTEMMING)[0]
        return Deur(
            kring,
            Instemming.van(
                group if isinstance(group, Gelezen) else None,
                consents,
                omgeving.vandaag,
                volledig=not omgeving.elders.kan_missen(TOESTEMMING.map),
            ),
        )
    return Deur(kring)


def openbare_lessen(omgeving: Omgeving, door: Deur) -> frozenset[str]:
    """The full names of the lessons of the group that everybody may read; none where the door needs none."""
    if door.instemming is None:
        return frozenset()
    werkmap = omgeving.werkmap
    names = door.instemming.openbaar_in_groep(werkmap.records(GROEPSLES)[0])
    cycles = (werkmap.cyclus(id) for id in werkmap.cyclus_ids())
    return names.union(*map(door.instemming.openbaar_in_cyclus, cycles))


def zeg_onleesbaar(count: int) -> None:
    """Say how many records are missing in what is shown; which they are is not for every reader."""
    if count:
        zeg(
            f"{aantal(count, 'stuk is', 'stukken zijn')} niet te lezen; bekijk het met: leercyclus controleer"
        )
