"""Runs the command line with ``python -m nianbao``."""

import sys

from nianbao.cli.main import main

sys.exit(main())
