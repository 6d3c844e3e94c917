"""Runs the command line as ``python -m casefiles.cli``."""

import sys

from casefiles.cli.program import main

sys.exit(main())
