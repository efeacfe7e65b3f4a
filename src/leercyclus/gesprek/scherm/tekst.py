"""A field for text: several lines for prose, or one line behind its label."""

from __future__ import annotations

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Window
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import TabsProcessor

from leercyclus.domain.tekst import aantal, without_refused
from leercyclus.gesprek.invoerwijze import KLAAR, OVERSLAAN
from leercyclus.gesprek.scherm.afbreking import Woordafbreking
from leercyclus.gesprek.scherm.veld import Veld, leave, niets
from leercyclus.gesprek.wens import Noteer, Wens, Wensen

_TAB = "    "
_PAGE = 10  # lines
_EDGE = "│ "


class Tekstveld(Veld[str]):
    """Text that can be edited, pasted and undone. ``label`` makes it a field of one line."""

    def __init__(
        self, begin: str, noteer: Noteer, wensen: Wensen, *, label: str = "", leeg: str = OVERSLAAN
    ) -> None:
        super().__init__(wensen)
        self.label = label
        self.leeg = leeg
        self.melding = ""
        text, _ = without_refused(begin)
        self.buffer = Buffer(document=Document(text), multiline=not label)
        self.buffer.on_text_changed += lambda buffer: self._remember(noteer(buffer.text))
        self._bind()

    @property
    def is_leeg(self) -> bool:
        return not self.buffer.text

    def lichaam(self) -> Window:
        processors = [TabsProcessor(char1=" ", char2=" "), Woordafbreking(len(self._edge(1)))]
        control = BufferControl(self.buffer, input_processors=processors)
        return Window(control, wrap_lines=True, dont_extend_height=True, get_line_prefix=self._prefix)

    def _prefix(self, line: int, wrapped: int) -> StyleAndTextTuples:
        return [("" if self.label else "class:rand", self._edge(line + wrapped))]

    def _edge(self, row: int) -> str:
        """What stands before a row of the screen."""
        if not self.label:
            return _EDGE
        return self.label if row == 0 else "  "

    def toetsen(self) -> list[str]:
        done = self.leeg if self.is_leeg else KLAAR
        keys = [f"Enter {done}"] if self.label else [f"Ctrl-D {done}", "Enter nieuwe regel"]
        return [f"! {self.melding}", *keys] if self.melding else keys

    def _remember(self, warning: str) -> None:
        self.melding = warning

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
        add("c-o")(niets)  # would send the text away as if it were a command
        add(Keys.BracketedPaste)(lambda event: self._insert(event.data))
        add(Keys.Any)(lambda event: self._insert(event.data))

    def _enter(self, event: KeyPressEvent) -> None:
        if self.label or self._wish():
            self._done(event)
        else:
            self.buffer.newline(copy_margin=False)

    def _done(self, event: KeyPressEvent) -> None:
        if wish := self._wish():
            self.buffer.text = ""  # the sign is no part of an answer, nor of what is kept of it
            leave(event, wish)
        else:
            event.app.exit(result=self.buffer.text)

    def _wish(self) -> Wens | None:
        """What the text asks for, when it is a sign alone."""
        return next((wish for wish in self.wensen if self.buffer.text.strip() == wish), None)

    def _insert(self, data: str) -> None:
        """What is typed or pasted, without signs that a record refuses."""
        text, dropped = without_refused(data)
        if self.label:
            text = " ".join(text.split("\n"))
        self.buffer.insert_text(text)
        if dropped:
            self.melding = f"{aantal(dropped, 'onzichtbaar teken', 'onzichtbare tekens')} weggelaten"
            get_app().invalidate()
