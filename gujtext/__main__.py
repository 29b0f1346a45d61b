"""``python -m gujtext`` is the command ``gujtext``."""

import sys

from gujtext.cli import main

sys.exit(main())
