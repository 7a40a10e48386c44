"""Run one command: python -m builder COMMAND."""

import sys

from builder.cli import main

sys.exit(main(sys.argv[1:]))
