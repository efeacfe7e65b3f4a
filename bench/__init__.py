"""What leercyclus costs: leertrajecten of any size, and whole processes timed side by side.

``python -m bench maak`` makes a leertraject, ``python -m bench meet`` measures. See docs/snelheid.md.
"""
