"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(61)


def case(marks):
    return "%d\n%s\n" % (len(marks), " ".join(map(str, marks)))


SAMPLE = [case([80, 65, 64, 49])]
SECRET = [
    case([100]),                                             # the best mark
    case([0]),                                               # the worst mark
    case([79, 80]),                                          # on both sides of a bound
    case([64, 65]),
    case([49, 50]),
    case([80] * 5),
    case(list(range(101))),                                  # every mark once
    case([RANDOM.randint(0, 49) for _ in range(1000)]),      # no flower at all
    case([RANDOM.randint(0, 100) for _ in range(40)]),
    case([RANDOM.randint(0, 100) for _ in range(100000)]),   # more than 32 767 pupils
]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
