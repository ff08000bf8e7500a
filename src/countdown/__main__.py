"""``python -m countdown`` and the ``countdown`` command."""

import gc
import sys


def main() -> int:
    """Run the command line; what is loaded for it outlives it, and is not searched for waste."""
    gc.disable()
    from countdown.cli.main import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
