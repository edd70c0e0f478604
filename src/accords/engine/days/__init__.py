"""Instants and spans of them: the axis of a record, periods counted on it, spells."""
