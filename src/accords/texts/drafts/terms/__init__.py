"""The beginning, the length and the renewal of an agreement in a draft, and a record of them as rows."""
