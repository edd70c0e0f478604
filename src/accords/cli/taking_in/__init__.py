"""What is taken in from files of other programs: tables that were filled in, and what they make of a record."""
