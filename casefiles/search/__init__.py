"""What the search box means: text to tree, and a slow, obvious matcher that says what must be found."""
