"""``python -m accords``."""

from accords.cli import run

run()
