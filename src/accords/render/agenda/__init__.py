"""What is to be looked at now, rendered: one module for each format; calendars are made as those of checklists."""
