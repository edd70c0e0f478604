"""The graph and the timeline of a record, laid out and drawn."""
