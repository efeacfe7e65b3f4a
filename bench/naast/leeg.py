"""A program of the library that leercyclus makes its commands with, and of one command that does nothing."""

from __future__ import annotations

import typer

app = typer.Typer(add_completion=False)


@app.command()
def niets() -> None:
    """Nothing."""


if __name__ == "__main__":
    app()
