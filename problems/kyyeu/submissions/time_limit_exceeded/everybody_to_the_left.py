# looks at everybody to the left: n * n / 2 steps
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, k, d = numbers[:3]
heights, points = numbers[3::2], numbers[4::2]
best = []
for i in range(n):
    before = 0
    for j in range(i - k + 1):
        if best[j] > before and heights[i] - heights[j] >= d:
            before = best[j]
    best.append(before + points[i])
print(max(best))
