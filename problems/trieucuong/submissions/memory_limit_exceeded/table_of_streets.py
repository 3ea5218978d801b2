# a table of n * n entries for the streets between any two crossings
import heapq
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, limit = numbers[:3]
table = [[None] * (n + 1) for _ in range(n + 1)]
for u, v, t, h in zip(*(numbers[i::4] for i in range(3, 7))):
    for a, b in (u, v), (v, u):
        table[a][b] = (table[a][b] or []) + [(b, t, h)]
streets = [[street for cell in row if cell for street in cell] for row in table]


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


low, high = 0, 1001
while low < high:
    middle = (low + high) // 2
    if in_time(middle):
        high = middle
    else:
        low = middle + 1
print(low if low <= 1000 else -1)
