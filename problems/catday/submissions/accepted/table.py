length, k = map(int, input().split())
kinds = list(map(int, input().split()))
last = [None] * (length + 1)
last[0] = -1
for reach in range(1, length + 1):
    for i, d in enumerate(kinds):
        if d <= reach and last[reach - d] is not None:
            last[reach] = i
            break
best = max(reach for reach in range(length + 1) if last[reach] is not None)
counts = [0] * k
while best:
    counts[last[best]] += 1
    best -= kinds[last[best]]
print(*counts)
