# goes into the depth and keeps the first distance it finds
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
wide = columns + 1
yard = "#" * wide + "".join(row + "#" for row in lines[2:]) + "#" * wide


def distances(start):
    far = [-1] * len(yard)
    far[start] = 0
    stack = [start]
    while stack:
        cell = stack.pop()
        for near in (cell - wide, cell - 1, cell + 1, cell + wide):
            if far[near] < 0 and yard[near] != "#":
                far[near] = far[cell] + 1
                stack.append(near)
    return far


ways = zip(*(distances(yard.index(name)) for name in "ABC"))
times = [max(three) for three in ways if min(three) >= 0]
if times:
    print(min(times), times.count(min(times)))
else:
    print(-1)
