"""How a line of a text is drawn: with what is in it to be seen, and broken between its words."""

from __future__ import annotations

import re
from bisect import bisect_right

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

from leercyclus.domain.tekst import harmless

_WORD_OR_SPACE = re.compile(r"\S+|\s")


class Visible(Processor):
    """Puts a sign in the place of what is not shown itself, before anything counts how wide it is."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        return Transformation([(part[0], harmless(part[1])) for part in transformation_input.fragments])


class WordWrap(Processor):
    """Breaks lines between words, where prompt_toolkit itself breaks them anywhere.

    Fills a row with spaces where the next word does not fit any more; words longer than a row break.
    """

    def __init__(self, prefix: int) -> None:
        """``prefix`` is the width of what stands before every row."""
        self._prefix = prefix

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        fragments = explode_text_fragments(transformation_input.fragments)
        text = fragment_list_to_text(fragments)
        width = transformation_input.width - self._prefix
        if width < 1 or get_cwidth(text) <= width:
            return Transformation(transformation_input.fragments)
        shown: StyleAndTextTuples = []
        places: list[int] = []  # of each character: where it is shown
        column = 0
        for match in _WORD_OR_SPACE.finditer(text):
            size = get_cwidth(match[0])
            if column + size > width and match[0].isspace():
                places.append(len(shown))  # a space at the end of a full row is not seen
                column = 0
                continue
            if column and column + size > width >= size:
                shown += [("", " ")] * (width - column)
                column = 0
            for at in range(*match.span()):
                places.append(len(shown))
                shown.append(fragments[at])
            column = column + size if column + size <= width else (column + size) % width
        places.append(len(shown))
        return Transformation(
            shown,
            lambda place: places[min(place, len(places) - 1)],
            lambda place: max(0, bisect_right(places, place) - 1),
        )
