"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(85)


def some(n, letters="abcdefghijklmnopqrstuvwxyz"):
    return "".join(RANDOM.choice(letters) for _ in range(n)) + "\n"


SAMPLE = ["hoatra\n", "level\n"]
SECRET = [
    "a\n", "ab\n", "aba\n", "abca\n", some(9), some(10, "ab"), some(1000), some(99999, "xyz"), some(100000), "a" * 50000 + "b" * 50000 + "\n",
]
making.write(__file__, SAMPLE, SECRET, "accepted/copy_left.py")
