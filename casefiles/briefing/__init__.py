"""Briefings: facts become blocks, blocks become pages, pages become a PDF."""
