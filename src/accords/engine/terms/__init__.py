"""What decides an instance: its turns, the days of its conditions, its acts, and the table of states."""
