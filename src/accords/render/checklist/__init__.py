"""The rows of a checklist for people and programs: one module for each format."""
