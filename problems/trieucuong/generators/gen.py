"""Writes data/ of "trieucuong": python3 generators/gen.py

Inputs come from the seed below; answers come from the accepted Python solution.
"""
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOLUTION = ROOT / "submissions" / "accepted" / "depth_by_halves.py"
RANDOM = random.Random(121209)


def finish(n, limit, streets):
    """Mixes the streets and turns half of them round."""
    RANDOM.shuffle(streets)
    return n, limit, [(v, u, t, h) if RANDOM.random() < 0.5 else (u, v, t, h) for u, v, t, h in streets]


def layers(n, m, limit, slow, deep):
    """A line from 1 to n of slow dry streets, and m - n + 1 shortcuts: the longer, the deeper."""
    streets = [(i, i + 1, RANDOM.randint(slow // 2, slow), RANDOM.randint(0, deep // 20)) for i in range(1, n)]
    while len(streets) < m:
        reach = RANDOM.randint(1, 50)
        u = RANDOM.randint(1, n - 1)
        v = min(n, u + reach)
        streets.append((u, v, RANDOM.randint(1, slow), min(deep, reach * deep // 60 + RANDOM.randint(0, deep // 6 + 1))))
    return finish(n, limit, streets)


def tangle(n, m, limit, slow, deep):
    """Streets between any two crossings."""
    streets = []
    for _ in range(m):
        u, v = RANDOM.sample(range(1, n + 1), 2)
        streets.append((u, v, RANDOM.randint(1, slow), RANDOM.randint(0, deep)))
    return finish(n, limit, streets)


def dry_but_endless():
    """A dry line of 2^32 + 5 seconds, which 32 bits take for 5, beside a wet street that is quick."""
    total = 2 ** 32 + 5
    n = 3000
    times = [total // (n - 1)] * (n - 1)
    for i in range(total % (n - 1)):
        times[i] += 1
    return n, 10 ** 9, [(1, n, 10 ** 6, 700)] + [(i, i + 1, t, 0) for i, t in enumerate(times, 1)]


def school_too_far():
    """Every crossing is reached in time, only the school is not."""
    _, _, streets = layers(4999, 9999, 0, 400, 1000)
    return finish(5000, 1900000, [*streets, (4999, 5000, 2000000, 0)])


SAMPLE = [
    (4, 12, [(1, 2, 2, 300), (2, 4, 3, 20), (1, 3, 5, 10), (3, 4, 7, 150), (2, 3, 8, 0)]),
    (3, 9, [(1, 2, 5, 0), (2, 3, 5, 0)]),
]
SECRET = [
    (2, 5, [(2, 1, 5, 0)]),                                   # dry, exactly in time, written from school to home
    (4, 100, [(1, 2, 1, 5), (3, 4, 1, 5)]),                   # no way at all
    (6, 10, [(1, 2, 4, 9), (1, 2, 5, 2), (2, 3, 3, 4), (3, 6, 2, 1), (2, 6, 1, 8), (4, 5, 1, 0), (1, 6, 11, 0)]),
    layers(300, 1500, 4000, 100, 10),
    tangle(800, 3000, 900, 300, 10),
    layers(2000, 6000, 30000, 200, 10) ,
    tangle(5000, 4000, 10 ** 9, 1000, 1000),                  # loose parts: the school is cut off
    dry_but_endless(),                                        # times pass 2^31
    tangle(3000, 10000, 1700, 1000, 1000),                    # quick routes are deep ones
    layers(5000, 10000, 10 ** 5, 1000, 1000),
    layers(5000, 10000, 200000000, 2 * 10 ** 6, 1000),        # large times
    school_too_far(),                                         # every depth is tried in vain
]


def write(folder, cases, digits):
    folder.mkdir(parents=True, exist_ok=True)
    for number, (n, limit, streets) in enumerate(cases, 1):
        text = f"{n} {len(streets)} {limit}\n" + "".join("%d %d %d %d\n" % street for street in streets)
        run = subprocess.run([sys.executable, SOLUTION], input=text, capture_output=True, text=True, check=True)
        stem = folder / str(number).zfill(digits)
        stem.with_suffix(".in").write_bytes(text.encode())
        stem.with_suffix(".ans").write_bytes(run.stdout.encode())


write(ROOT / "data" / "sample", SAMPLE, 1)
write(ROOT / "data" / "secret", SECRET, 2)
