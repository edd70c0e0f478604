"""What is said, weighed: who speaks for whom, what stands, who watched, how much it was."""
