"""How much memory a program took at most; ``python -m tests.robustness.geheugen …`` tells it of a command."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from leercyclus.cli import main

_STATUS = Path("/proc/self/status")


def piek() -> int:
    """In KiB, of this program alone: on Linux what ``getrusage`` says can be of the one that started it."""
    if _STATUS.exists():
        found = re.search(r"^VmHWM:\s+(\d+) kB$", _STATUS.read_text("ascii", "replace"), re.MULTILINE)
        assert found
        return int(found[1])
    import resource  # here: Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


if __name__ == "__main__":
    assert main(sys.argv[1:]) == 0
    print(piek())
