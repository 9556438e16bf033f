"""`python -m tests.mutation`."""

import time
from collections import Counter
import sys
from .run import judged
from .project import SOURCES

t = time.time()
all_ = [v for s in SOURCES for v in judged(s, 0, 1, int(sys.argv[1]))]
table = {}
for v in all_:
    table.setdefault(v.operator, Counter())[v.outcome] += 1
for op, c in table.items():
    print(f"{op:32} {sum(c.values()):5} {c['caught']:5} {c['legal']:5} {c['survived']:5}")
print(len(all_), Counter(v.outcome for v in all_), time.time() - t)
with open("/tmp/survivors.txt", "w") as f:
    for v in all_:
        if v.outcome != "caught":
            print(v.operator, v.outcome, f"{v.source}:{v.name}:{v.line}", v.what, "->", v.why, sep=" | ", file=f)
