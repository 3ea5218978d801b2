"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(64)


SAMPLE = ["3\n"]
SECRET = ["%d\n" % k for k in (0, 1, 2, 7, 9, 10, -4, 12345, 1000000, -1000000, 65536)]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
