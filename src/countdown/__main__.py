"""``python -m countdown`` and the ``countdown`` command."""

import sys

from countdown.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
