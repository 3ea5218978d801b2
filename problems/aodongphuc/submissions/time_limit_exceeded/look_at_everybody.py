# looks at every pupil again for every shirt: n * m steps
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m = numbers[:2]
pupils = list(zip(numbers[2:2 + 2 * n:2], numbers[3:3 + 2 * n:2]))
dressed = 0
for size in sorted(numbers[2 + 2 * n:]):
    best = None
    for pupil in pupils:
        if pupil[0] <= size <= pupil[1] and (best is None or pupil[1] < best[1]):
            best = pupil
    if best is not None:
        pupils.remove(best)
        dressed += 1
print(dressed)
