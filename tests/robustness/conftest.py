"""Says at the end of a full round how much was tried."""

from __future__ import annotations

from tests.robustness.strace import ALLES, TELLING


def pytest_unconfigure() -> None:
    if ALLES:
        print(TELLING)
