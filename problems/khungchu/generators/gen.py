"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(66)


from string import ascii_letters, digits


def name(n):
    inner = "".join(RANDOM.choice(ascii_letters + digits + "  ") for _ in range(n))
    return "a" + inner[1:-1] + "Z" if n > 1 else "7"


SAMPLE = ["8A1\n"]
SECRET = ["%s\n" % name(n) for n in (1, 2, 3, 5, 10, 20, 50, 99, 100)] + ["Lop  9  A\n"]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
