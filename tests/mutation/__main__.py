"""The whole proof, `make proof`: every mutant of content and site, the tables, what has survived.

A number behind it tries every so many mutants of each operator only.
"""

import sys
import time

from .run import everything
from .table import classes, survivors, table


def main(every: int) -> int:
    """Print it; 1 when anything has survived, or when a check or an audit finds what is not there."""
    begin = time.monotonic()
    content, site, alarms = everything(every)
    print(table("content", content), classes(content), table("site", site), sep="\n\n")
    alive = survivors([*content, *site])
    for title, lines in (("survivors", alive), ("false alarms", "\n".join(alarms))):
        print(f"\n{title}: none" if not lines else f"\n{title}:\n{lines}")
    print(f"\n{len(content) + len(site)} mutants in {time.monotonic() - begin:.0f} seconds")
    return 1 if alive or alarms else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
