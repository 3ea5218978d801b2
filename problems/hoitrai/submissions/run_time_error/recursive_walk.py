# a recursive walk: too deep on a large map
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
wide = columns + 1
yard = "#" * wide + "".join(row + "#" for row in lines[2:]) + "#" * wide


def walk(cell, steps, far):
    if yard[cell] == "#" or 0 <= far[cell] <= steps:
        return
    far[cell] = steps
    for near in (cell - wide, cell + 1, cell - 1, cell + wide):
        walk(near, steps + 1, far)


def distances(start):
    far = [-1] * len(yard)
    walk(start, 0, far)
    return far


ways = zip(*(distances(yard.index(name)) for name in "ABC"))
times = [max(three) for three in ways if min(three) >= 0]
if times:
    print(min(times), times.count(min(times)))
else:
    print(-1)
