"""The way out: nothing that is written to stdout or stderr does anything there, and all of it fits.

This is the place where text becomes harmless, whatever a command prints, so that none can forget it.
"""

from __future__ import annotations

import codecs
import os
import sys

from leercyclus.domain.tekst import harmless

TYPE_CHECKING = False  # see leercyclus/__init__.py
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO

#: A width beyond these is not that of a window; some claim to have none.
NAUWST, _WIJDST = 20, 400


def breedte() -> int:
    """How many characters fit in a line of the window, or of what ``COLUMNS`` says."""
    import shutil  # here: who only prints JSON needs no width

    return min(max(shutil.get_terminal_size().columns, NAUWST), _WIJDST)


def paginabreedte() -> int:
    """The same for what goes to stdout: 80 where no window and no ``COLUMNS`` says otherwise."""
    knows_width = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return breedte() if knows_width else 80


class Uitgang:
    """A stream of which every text that is written to it is made harmless; for the rest it is that stream.

    Two libraries write past it, since codes of their own have to arrive: Rich, which looks for
    ``rich_proxied_file`` (see ``render.scherm``), and prompt_toolkit, which takes the ``buffer`` (see
    ``gesprek.scherm.invoer``). There text is made harmless where it is not yet mixed with codes.
    """

    def __init__(self, stream: TextIO) -> None:
        self.rich_proxied_file = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self.rich_proxied_file, name)

    def write(self, text: str) -> int:
        """Write it; the length is that of what was given, as a caller expects."""
        self.rich_proxied_file.write(harmless(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each."""
        for line in lines:
            self.write(line)


#: What needs no second look: the printable signs of ASCII, and the end of a line.
_PLAIN = bytes([ord("\n"), *range(32, 127)])


def schrijf(raw: bytes) -> None:
    """Write to stdout what is UTF-8 already: much of it, so that looking at every sign would take long."""
    beyond = raw.translate(None, _PLAIN).decode()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.encoding != "utf-8" or harmless(beyond) != beyond:
        print(raw.decode(), end="")
        return
    sys.stdout.flush()
    buffer.write(raw)


def uitgang(stream: TextIO) -> TextIO:
    """The stream as a way out. A pipe gets UTF-8; a terminal that lacks a sign a plainer one, not a crash."""
    codecs.register_error("leercyclus", _plainer)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="leercyclus")
    return stream if isinstance(stream, Uitgang) else Uitgang(stream)  # type: ignore[return-value]  # it has all of it


#: For a terminal that knows fewer signs than we use; meaning never hangs on a "?".
_PLAINER = dict(zip("✓◐○–·•‘’“”éëïöúâ", "v~.--*''\"\"eeioua", strict=True)) | {"…": "..."}


def _plainer(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    lacking = error.object[error.start : error.end]
    return "".join(_PLAINER.get(char, "?") for char in lacking), error.end
