"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(65)


def case(a):
    return "%d\n%s\n" % (len(a), " ".join(map(str, a)))


def some(n):
    return case([RANDOM.randint(-10 ** 9, 10 ** 9) for _ in range(n)])


SAMPLE = [case([3, 2, 1, 4])]
SECRET = [
    case([0]), case([-1]), case([1, 2]), case([2, 1]), case([-3, -2, -1, 0]), case([7] * 10), some(100), some(1000), some(50000), some(100000),
]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
