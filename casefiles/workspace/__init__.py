"""Use cases: the only door to a casebook, for the screen and the command line alike."""
