"""A row held against its quote, and a statement against its duty, word by word and with what joins the words."""
