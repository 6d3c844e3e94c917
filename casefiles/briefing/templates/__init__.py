"""One module for each kind of briefing."""
