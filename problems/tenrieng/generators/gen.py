"""Writes data/: python3 generators/gen.py"""
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import making

RANDOM = random.Random(72)


NAMES = ["nguyen", "tran", "le", "pham", "van", "thi", "minh", "an", "binh", "dung", "hoa", "lan", "quoc", "tuan", "y"]


def mixed(word):
    return "".join(RANDOM.choice((c.lower(), c.upper())) for c in word)


def case(n, gap=1):
    lines = [(" " * gap).join(mixed(w) for w in RANDOM.choices(NAMES, k=RANDOM.randint(2, 4))) for _ in range(n)]
    return "%d\n%s\n" % (n, "\n".join(lines))


SAMPLE = ["2\nnGUYEN vAN an\nLE THI HOA\n"]
SECRET = [
    "1\nAn\n", "1\nAN\n", "1\ny\n", "2\na b\nB A\n", case(3), case(10), case(50, gap=3), case(200), case(999), case(1000, gap=2),
]
making.write(__file__, SAMPLE, SECRET, "accepted/direct.py")
