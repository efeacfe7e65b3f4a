"""Answers typed in fields that can be edited. Everything is drawn on stderr."""

from __future__ import annotations

import sys
from typing import TypeVar

from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.shortcuts import print_formatted_text

from leercyclus.domain.errors import Signaal, StoppedError
from leercyclus.domain.tekst import harmless
from leercyclus.gesprek.begeleiding import Kader, Keuzevraag, Noteer, Wens
from leercyclus.gesprek.invoerwijze import voor_antwoord
from leercyclus.gesprek.scherm.choice import ChoiceField
from leercyclus.gesprek.scherm.field import STYLE, Field, colours
from leercyclus.gesprek.scherm.text import TextField
from leercyclus.gesprek.signalen import CTRL_C, afbreekbaar
from leercyclus.gesprek.zeggen import wrapped

T = TypeVar("T")


def _output() -> Output:
    """Stderr, to which only harmless text goes; the codes that move the cursor do not come by ``write``."""
    output: Output = create_output(stdout=sys.stderr)
    if hasattr(output, "enable_cpr"):
        output.enable_cpr = False  # a serial line does not answer where its cursor is
    write = output.write

    def write_harmless(data: str) -> None:
        write("\r".join(map(harmless, data.split("\r"))))  # a line ends with \r\n, and so it stays

    output.write = write_harmless  # type: ignore[method-assign]  # the kind of output differs by system
    return output


class Scherminvoer:
    """Shows a field at a time. Ctrl-C is KeyboardInterrupt, a terminal that went away StoppedError."""

    vult_voor = True
    bewaart = "wat u aan het typen was"

    def __init__(self) -> None:
        self._output = _output()

    def zeg(self, text: str, *, indent: str, stijl: str) -> None:
        """Say something, in one of the styles of the fields."""
        style = f"class:{stijl}" if stijl else ""
        for line in wrapped(text, indent):
            print_formatted_text(
                FormattedText([(style, line)]), output=self._output, style=STYLE, color_depth=colours()
            )

    def regel(
        self, label: str, begin: str, noteer: Noteer, kader: Kader, *, vervangt: bool = False
    ) -> str | Wens:
        """One line, with ``begin`` in it; a long label stands above it."""
        before = voor_antwoord(label)
        if len(before) > self._output.get_size().columns // 2:
            self.zeg(label, indent="", stijl="")
            before = "› "
        return self._run(TextField(begin, noteer, kader, label=before, replaces=vervangt))

    def tekst(self, begin: str, noteer: Noteer, kader: Kader) -> str | Wens:
        """Several lines, with ``begin`` in them; ``noteer`` hears of every change."""
        return self._run(TextField(begin, noteer, kader))

    def kies(self, vraag: Keuzevraag, kader: Kader) -> list[str] | Wens:
        """Options, with the arrow keys or by number."""
        return self._run(ChoiceField(vraag, kader))

    def _run(self, field: Field[T]) -> T | Wens:
        """Show a field until it is answered. Whatever ends it, the terminal is as it was."""
        app = field.application(self._output)
        ended: list[int] = []

        def stop(number: int) -> None:
            ended.append(number)
            if app.loop is None:
                raise Signaal(number)
            app.loop.call_soon_threadsafe(lambda: app.exit(result=Signaal(number)))

        CTRL_C.luister()
        try:
            with afbreekbaar(stop):
                result = app.run(pre_run=CTRL_C.gehoorzaam)
        except EOFError:
            raise StoppedError("de invoer hield op") from None
        except OSError:  # the terminal itself is gone
            if not ended:
                raise
            result = Signaal(ended[0])
        if isinstance(result, BaseException):
            raise result
        return result
