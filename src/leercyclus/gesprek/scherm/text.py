"""A field for text: several lines for prose, or one line behind its label."""

from __future__ import annotations

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import TabsProcessor

from leercyclus.domain.tekst import showable, without_refused
from leercyclus.gesprek.begeleiding import Kader, Noteer
from leercyclus.gesprek.herkennen import wens_in
from leercyclus.gesprek.invoerwijze import WAT_NODIG_IS
from leercyclus.gesprek.regels import weggelaten
from leercyclus.gesprek.scherm.field import Field, leave, nothing
from leercyclus.gesprek.scherm.wrapping import Visible, WordWrap

_TAB = "    "
_PAGE = 10  # lines
_EDGE = "│ "
#: Keys of the shell that would send a text away, or put a sign in it that a record refuses.
_OF_THE_SHELL = (("c-o",), ("c-q",), ("escape", "#"))


class TextField(Field[str]):
    """Text that can be edited, pasted and undone. ``label`` makes it a field of one line.

    ``replaces``: what is typed first takes the place of ``begin``; any other key keeps it to be edited.
    """

    def __init__(
        self, begin: str, noteer: Noteer, kader: Kader, *, label: str = "", replaces: bool = False
    ) -> None:
        super().__init__(kader)
        self.label = showable(label, newlines=False)
        self._replaced = begin if replaces else ""
        self._noteer = noteer
        self._dropped = 0
        text, _ = without_refused(begin)
        self.buffer = Buffer(document=Document(text), multiline=not label)
        self.buffer.on_text_changed += self._changed
        self._bind()

    @property
    def is_empty(self) -> bool:
        return not self.buffer.text.strip()

    @property
    def takes_sign(self) -> bool:
        return not self.buffer.text

    def body(self) -> Window:
        processors = [TabsProcessor(char1=" ", char2=" "), Visible(), WordWrap(len(self._edge(1)))]
        control = BufferControl(self.buffer, input_processors=processors)
        return Window(control, wrap_lines=True, dont_extend_height=True, get_line_prefix=self._prefix)

    def _prefix(self, line: int, wrapped: int) -> StyleAndTextTuples:
        return [("" if self.label else "class:rand", self._edge(line + wrapped))]

    def _edge(self, row: int) -> str:
        """What stands before a row of the screen."""
        if not self.label:
            return _EDGE
        return self.label if row == 0 else "  "

    def hints(self) -> list[str]:
        if not self.label:
            return [*self.ending("Ctrl-D"), "Enter nieuwe regel"]
        return [*self.ending("Enter"), *(["typen vervangt dit"] if self._is_untouched else [])]

    @property
    def _is_untouched(self) -> bool:
        """Whether the text is still what will be replaced."""
        at_end = self.buffer.cursor_position == len(self.buffer.text)
        return bool(self._replaced) and self.buffer.text == self._replaced and at_end

    # keys

    def _bind(self) -> None:
        add = self.keys.add
        add("enter")(self._enter)
        add("c-d")(self._done)
        add("escape", "enter")(self._done)
        add("c-z")(lambda event: self.buffer.undo())
        add("tab")(lambda event: self.buffer.insert_text(_TAB))
        add("pageup")(lambda event: self.buffer.cursor_up(_PAGE))
        add("pagedown")(lambda event: self.buffer.cursor_down(_PAGE))
        add("c-home")(lambda event: setattr(self.buffer, "cursor_position", 0))
        add("c-end")(lambda event: setattr(self.buffer, "cursor_position", len(self.buffer.text)))
        for keys in _OF_THE_SHELL:
            add(*keys)(nothing)
        add(Keys.BracketedPaste)(lambda event: self._insert(event.data))
        add(Keys.Any)(lambda event: self._insert(event.data))

    def _enter(self, event: KeyPressEvent) -> None:
        if self.label or wens_in(self.buffer.text, self.kader.wensen):
            self._done(event)
        else:
            self.buffer.newline(copy_margin=False)

    def _done(self, event: KeyPressEvent) -> None:
        if wish := wens_in(self.buffer.text, self.kader.wensen):
            self.buffer.text = ""  # the sign is no part of an answer, nor of what is kept of it
            leave(event, wish)
        elif self.is_empty and self.kader.nodig:
            self.message = WAT_NODIG_IS
        else:
            event.app.exit(result=self.buffer.text)

    def _insert(self, data: str) -> None:
        """What is typed or pasted, without signs that a record refuses."""
        text, dropped = without_refused(data)
        self._dropped += dropped
        if self._is_untouched:
            self.buffer.text = ""
        self.buffer.insert_text(" ".join(text.split("\n")) if self.label else text)
        self._changed(self.buffer)

    def _changed(self, buffer: Buffer) -> None:
        said = [self._noteer(buffer.text), weggelaten(self._dropped) if self._dropped else ""]
        self.message = "; ".join(filter(None, said))
