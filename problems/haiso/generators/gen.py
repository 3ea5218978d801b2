"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(73)


def case(s, a):
    return "%d %d\n%s\n" % (len(a), s, " ".join(map(str, a)))


def some(n, most, s):
    return case(s, [RANDOM.randint(-most, most) for _ in range(n)])


SAMPLE = [case(9, [4, 1, 5, 8]), case(8, [4, 1])]
SECRET = [
    case(2, [1, 1]), case(2, [1, 2]), case(8, [4, 3, 4]), case(0, [-5, 5]), case(-10 ** 9, [-10 ** 9, 1, 0]), case(10 ** 9, [10 ** 9, 10 ** 9, -1]),
    some(100, 100, 7), some(1000, 10 ** 9, 1), case(199999, list(range(1, 100001))), case(-7, list(range(100000))),
]
making.write(__file__, SAMPLE, SECRET, "accepted/remembered.py")
