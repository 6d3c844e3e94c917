"""Dialogs: things asked in one go."""
