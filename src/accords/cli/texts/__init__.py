"""The verbs about texts, and about drafts of them."""
