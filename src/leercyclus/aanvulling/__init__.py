"""What a shell offers when somebody presses Tab.

A script (``leercyclus.bash``, ``.zsh``, ``.fish``) puts the command line up to the cursor in the
environment and calls ``leercyclus``, which answers with a line for each word that fits. That has to be
fast, so the commands are not loaded: what can be given to them stands in ``opdrachten.json``, made from
them by ``python -m tests.test_documentatie``. Nothing here may load Typer, Pydantic or Rich.
"""
