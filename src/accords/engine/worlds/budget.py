"""How much may still be tried."""

from __future__ import annotations

from attrs import define

__all__ = ["Budget"]


@define
class Budget:
    """So many steps, for all who take from it."""

    left: int
    overdrawn: bool = False
    """Whether somebody asked for more than there was."""

    def spend(self, steps: int = 1) -> bool:
        """Take so many steps; False, and nothing is taken, where fewer are left."""
        if steps > self.left:
            self.overdrawn = True
            return False
        self.left -= steps
        return True
