"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(82)


SAMPLE = ["6\n", "10\n"]
SECRET = ["%d\n" % n for n in (6, 7, 8, 9, 12, 100, 2 ** 31, 3 * 10 ** 9, 10 ** 18 - 1, 10 ** 18)]
making.write(__file__, SAMPLE, SECRET, lambda text: "1 2 %d\n" % (int(text) - 3))
