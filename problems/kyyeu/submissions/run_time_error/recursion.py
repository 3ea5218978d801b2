# asks for the rest of the row by recursion: too deep for a long row
import sys
from functools import lru_cache

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, k, d = numbers[:3]
heights, points = numbers[3::2], numbers[4::2]


@lru_cache(maxsize=None)
def best(i):
    following = 0
    for j in range(i + k, n):
        if heights[j] - heights[i] >= d:
            following = max(following, best(j))
    return points[i] + following


print(max(best(i) for i in range(n)))
