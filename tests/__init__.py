"""The tests, and the checks that keep the house in order."""
