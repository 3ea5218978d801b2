"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(84)


from math import gcd


def case(pairs):
    return "%d\n%s\n" % (len(pairs), "\n".join("%d %d" % p for p in pairs))


def some(n, most):
    return case([(RANDOM.randint(1, most), RANDOM.randint(1, most)) for _ in range(n)])


def answer(text):
    return "".join("%d\n" % gcd(*map(int, line.split())) for line in text.splitlines()[1:])


SAMPLE = [case([(12, 18), (7, 5)])]
SECRET = [
    case([(1, 1)]), case([(6, 6)]), case([(1, 10 ** 18)]), case([(10 ** 18, 2)]), some(10, 100), some(100, 10 ** 6), some(1000, 10 ** 12),
    case([(679891637638612258, 420196140727489673)]),     # neighbours in Fibonacci's row: the most steps
    case([(10 ** 18, 10 ** 18 - 1)] * 10), some(10000, 10 ** 18),
]
making.write(__file__, SAMPLE, SECRET, answer)
