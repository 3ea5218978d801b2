# forgets that the three may be cut off from each other
import sys

lines = sys.stdin.read().split()
rows, columns = int(lines[0]), int(lines[1])
wide = columns + 1
yard = "#" * wide + "".join(row + "#" for row in lines[2:]) + "#" * wide


def distances(start):
    far = [10 ** 9] * len(yard)
    far[start] = 0
    border = [start]
    steps = 0
    while border:
        steps += 1
        following = []
        for cell in border:
            for near in (cell - wide, cell - 1, cell + 1, cell + wide):
                if far[near] == 10 ** 9 and yard[near] != "#":
                    far[near] = steps
                    following.append(near)
        border = following
    return far


ways = zip(*(distances(yard.index(name)) for name in "ABC"))
times = [max(three) for three in ways]
print(min(times), times.count(min(times)))
