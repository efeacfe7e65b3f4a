"""Who may see what: the circles around a leertraject, from the inside out.

Every field of every record says for which circle it is, beside its declaration; the door to
whoever reads is ``projectie``.
"""

from __future__ import annotations

from enum import StrEnum


class Kring(StrEnum):
    """A circle of readers. Who is further in also sees what is for those further out.

    Source of the levels: what is said in an interview stays with the adviseur, the coordinator and
    the vraagstellers; the group reads notes and advices; the board hears the core of what was
    advised; what everybody may read, those involved have consented to.
    """

    VERTROUWELIJK = "vertrouwelijk"
    GROEP = "groep"
    BESTUUR = "bestuur"
    OPENBAAR = "openbaar"

    def ziet(self, bestemd_voor: Kring) -> bool:
        """Whether a reader in this circle may see what is meant for that one."""
        return _ORDER[self] <= _ORDER[bestemd_voor]


_ORDER = {kring: place for place, kring in enumerate(Kring)}


def nauwste(*kringen: Kring) -> Kring:
    """The one furthest in: what lies within several is for no wider circle than any of them."""
    return min(kringen, key=_ORDER.__getitem__)
