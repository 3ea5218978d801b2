"""Writes data/ of "hoichoxuan": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "two_rows.py"
RANDOM = random.Random(111108)


def fair(n, money, price, joy):
    """n items whose prices and joys are drawn from two ranges."""
    return money, [(RANDOM.randint(*price), RANDOM.randint(*joy)) for _ in range(n)]


def fair_by_price(n, money, price, spread):
    """Joy close to the price: what looks cheap for its joy is seldom best."""
    items = []
    for _ in range(n):
        p = RANDOM.randint(*price)
        items.append((p, p * 1000 + RANDOM.randint(-spread, spread)))
    return money, items


SAMPLE = [
    (10, [(6, 8), (7, 9), (5, 7)]),
    (0, [(1, 5)]),
]
SECRET = [
    (1, [(1, 10)]),                                          # half of 1 is 1
    (6, [(4, 10), (20, 1)]),                                 # nobody buys one item twice, at full and at half price
    (7, [(15, 100), (8, 40), (3, 39)]),                      # half of 15 is 8: too much for 7
    (20, [(10, 10), (10, 10), (20, 19)]),                    # the voucher belongs to the dearest item
    fair_by_price(14, 60, (5, 25), 900),
    fair(15, 500, (20, 200), (1, 10 ** 9)),
    fair_by_price(80, 1000, (11, 99), 9000),
    fair(100, 1000, (1, 40), (5 * 10 ** 8, 10 ** 9)),        # joy passes 2^31
    fair(100, 999, (501, 1000), (1, 1000)),                  # only the voucher makes room for two
    fair(200, 2000, (1, 22), (9 * 10 ** 8, 10 ** 9)),        # nearly everything is bought
    fair_by_price(200, 1999, (30, 300), 20000),
    fair(200, 2000, (1, 400), (1, 10 ** 9)),
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (money, items) in enumerate(cases, 1):
        text = f"{len(items)} {money}\n" + "".join("%d %d\n" % item for item in items)
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
