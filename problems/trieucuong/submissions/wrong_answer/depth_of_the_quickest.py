# the depth of the quickest route, which need not be the shallowest in time
import heapq
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m, limit = numbers[:3]
streets = [[] for _ in range(n + 1)]
for u, v, t, h in zip(*(numbers[i::4] for i in range(3, 7))):
    streets[u].append((v, t, h))
    streets[v].append((u, t, h))

done = [False] * (n + 1)
ahead = [(0, 0, 1)]
answer = -1
while ahead:
    now, depth, u = heapq.heappop(ahead)
    if done[u] or now > limit:
        continue
    done[u] = True
    if u == n:
        answer = depth
    for v, t, h in streets[u]:
        if not done[v]:
            heapq.heappush(ahead, (now + t, max(depth, h), v))
print(answer)
