# tries the depths one after the other
import heapq
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, limit = numbers[:3]
streets = [[] for _ in range(n + 1)]
for u, v, t, h in zip(*(numbers[i::4] for i in range(3, 7))):
    streets[u].append((v, t, h))
    streets[v].append((u, t, h))


def in_time(depth):
    arrival = [limit + 1] * (n + 1)
    arrival[1] = 0
    ahead = [(0, 1)]
    while ahead:
        now, u = heapq.heappop(ahead)
        if u == n:
            return True
        if now > arrival[u]:
            continue
        for v, t, h in streets[u]:
            if h <= depth and now + t < arrival[v]:
                arrival[v] = now + t
                heapq.heappush(ahead, (now + t, v))
    return False


for depth in range(1001):
    if in_time(depth):
        print(depth)
        break
else:
    print(-1)
