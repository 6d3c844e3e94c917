"""The screen: Qt widgets over the workspace."""
