"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(81)


from string import ascii_letters


def case(lengths):
    words = ["".join(RANDOM.choice(ascii_letters) for _ in range(n)) for n in lengths]
    return "%d\n%s\n" % (len(words), "\n".join(words))


SAMPLE = ["2\nHOATHIEN\nAbc\n"]
SECRET = [
    "1\nab\n", "1\nAa\n", "1\nabc\n", case([2, 3, 4]), case([5] * 10), case([199]), case([200]), case(range(2, 100)),
    case([RANDOM.randint(2, 200) for _ in range(500)]), case([200] * 1000),
]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
