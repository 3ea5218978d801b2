"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(63)


SAMPLE = ["3\n"]
SECRET = ["%d\n" % n for n in (1, 2, 4, 5, 9, 10, 11, 50, 99, 100, 200)]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
