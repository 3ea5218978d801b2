"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(83)


SAMPLE = ["10 7\n"]
SECRET = ["%d %d\n" % case for case in [
    (1, 1), (2, 1), (2, 2), (3, 2), (100, 100), (1000, 1), (10 ** 6, 777777), (10 ** 9, 1), (10 ** 9, 10 ** 9), (2 ** 29, 2 ** 28), (10 ** 9, 536870912),
]]
making.write(__file__, SAMPLE, SECRET, lambda text: text.split()[1] + "\n")
