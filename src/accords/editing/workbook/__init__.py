"""Records as tables that people fill in, and back: workbooks and CSV, each cell held against what it was."""
