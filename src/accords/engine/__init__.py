"""Where each duty stands: computed from dated, attributed claims, as a set of states with a proof."""
