"""The window around the pages: top bar, sidebar, foot, and the life of the open casebook."""
