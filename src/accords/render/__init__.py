"""The rows of a checklist for people: one module for each format. Rendering adds no facts and drops none."""
