"""Names: the script they are written in, and the one folded form that index and query share."""
