"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(93)


SAMPLE = ["1\n5\n"]
SECRET = ["1\n%d\n" % n for n in (0, 1, 2, 3, 6, 10, 255, 65536, 123456789, 999999999, 10 ** 9)]
making.write(__file__, SAMPLE, SECRET, lambda text: text.split()[1] + "\n")
