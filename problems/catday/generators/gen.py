"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(92)


def case(length, kinds):
    return "%d %d\n%s\n" % (length, len(kinds), " ".join(map(str, kinds)))


SAMPLE = [case(17, [5, 7])]
SECRET = [
    case(1, [1]), case(10, [3]), case(11, [4, 6]), case(13, [6, 5]), case(100, [51, 49, 30]), case(9999, [5000, 4999]), case(10000, [9999, 3333]),
    case(997, [RANDOM.randint(50, 400) for _ in range(5)]), case(9973, [RANDOM.randint(500, 5000) for _ in range(10)]),
    case(10000, [RANDOM.randint(1000, 9000) for _ in range(20)]),
]
making.write(__file__, SAMPLE, SECRET, "accepted/table.py")
