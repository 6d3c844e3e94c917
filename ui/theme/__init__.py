"""How the screen looks: colours, type, spacing and drawings, in one place."""
