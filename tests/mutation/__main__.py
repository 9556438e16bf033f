"""The whole proof: `make proof`."""

import sys

from .run import everything
from .table import classes, survivors, table


def main() -> int:
    """Print the tables and what has survived; 1 when anything has."""
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    verdicts = everything(every)
    alive = survivors(verdicts)
    print(table("content", verdicts), classes(verdicts), sep="\n\n")
    if alive:
        print("\nsurvivors", alive, sep="\n")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
