"""From a file, pasted words or a web address to a saved copy and its frozen text."""
