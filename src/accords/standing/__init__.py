"""Where each duty stands, as values and in words; status, checklists and differences read from it."""
