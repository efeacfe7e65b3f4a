"""``python -m leercyclus``."""

import sys

from leercyclus.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
