"""What else can be asked of a search: to be explained, or to be written to a file."""

from __future__ import annotations

from argparse import ArgumentParser


def add_search_options(parser: ArgumentParser) -> None:
    """Add the options of a search that is not merely listed."""
    parser.add_argument("--explain", action="store_true", help="tell what the query means, and how it is answered")
    parser.add_argument("--to", metavar="FILE", help="write everybody found to this file, .csv or .xlsx, instead")
    parser.add_argument("--columns", choices=("basic", "all"), default="basic", help="how many columns; basic")
    parser.add_argument("--private", action="store_true", help="with what is only for the family, as passports")
    parser.add_argument("--mark", default="", metavar="M", help="the handling mark of the file")
