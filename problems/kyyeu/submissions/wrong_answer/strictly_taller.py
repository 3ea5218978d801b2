# wants everybody taller than the one before, also when d = 0
import sys
from bisect import bisect_left, bisect_right

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, k, d = numbers[:3]
heights, points = numbers[3::2], numbers[4::2]
order = sorted(set(heights))
tree = [0] * (len(order) + 1)
best = []
for i in range(n):
    if i >= k:
        place = bisect_left(order, heights[i - k]) + 1
        total = best[i - k]
        while place < len(tree):
            if tree[place] < total:
                tree[place] = total
            place += place & -place
    place = bisect_left(order, heights[i] - d + (d > 0))
    before = 0
    while place > 0:
        if tree[place] > before:
            before = tree[place]
        place &= place - 1
    best.append(before + points[i])
print(max(best))
