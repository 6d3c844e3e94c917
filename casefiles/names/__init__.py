"""Names: the script they are written in, and the one folded form that index and query share."""

KEYS_VERSION = 2
"""Raised when the keys of names are formed otherwise, so that kept keys are made anew."""
