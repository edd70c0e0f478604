"""Programs that tests start and interrupt."""

from __future__ import annotations

import signal

__all__ = ["heed_interrupts"]


def heed_interrupts() -> None:
    """For the child before it begins: a shell starts what runs in its background with interrupts ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
