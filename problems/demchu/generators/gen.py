"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(67)


from string import ascii_letters


def some(n, letters=ascii_letters + "      "):
    return "a" + "".join(RANDOM.choice(letters) for _ in range(n - 1)) + "\n"


SAMPLE = ["Hoa mai va hoa dao\n"]
SECRET = [
    "x\n", "X\n", "aB\n", "bA Ab\n", "z z Z\n", "ab  ba\n", some(20), some(300), some(1000, "aAbBcC "), some(9999), some(65537, "a "), some(100000),
]
making.write(__file__, SAMPLE, SECRET, "accepted/counter.py")
