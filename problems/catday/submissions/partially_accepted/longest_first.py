length, k = map(int, input().split())
kinds = list(map(int, input().split()))
counts = [0] * k
for i in sorted(range(k), key=lambda i: -kinds[i]):
    counts[i] = length // kinds[i]
    length -= counts[i] * kinds[i]
print(*counts)
