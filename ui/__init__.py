"""The screen: Qt widgets over the workspace.

Python's own way of importing is put back first. PySide's reads the source of every module that comes after it, in
search of a switch (`__feature__`) that nothing here uses, and a start imports two hundred modules.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - brings its own way of importing

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
