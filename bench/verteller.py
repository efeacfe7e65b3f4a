"""Made-up prose: the same seed tells the same story."""

from __future__ import annotations

from random import Random

from bench.woorden import WOORDEN, ZINNEN

_WIDTH = 88
_ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class Verteller(Random):
    """A source of chance that also tells. It is its own table of words for the templates."""

    def __getitem__(self, gat: str) -> str:
        word = self.choice(WOORDEN[gat])
        return word.format_map(self) if "{" in word else word

    def zin(self, soort: str) -> str:
        """One sentence of a kind."""
        said = self.choice(ZINNEN[soort]).format_map(self)
        return said[0].upper() + said[1:]

    def tekst(self, *soorten: str, alineas: int = 1) -> str:
        """Paragraphs with a sentence of each of these kinds, broken off as people do."""
        return "\n\n".join(_wrapped(" ".join([self.zin(soort) for soort in soorten])) for _ in range(alineas))

    def achtervoegsel(self) -> str:
        """What makes the id of a record one of its own."""
        return "".join(self.choices(_ID_LETTERS, k=6))


def _wrapped(text: str) -> str:
    """Lines of at most ``_WIDTH``; textwrap does this too, ten times as slowly."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])
