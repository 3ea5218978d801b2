n, m, s = map(int, input().split())
a = list(map(int, input().split()))

first = total = found = 0
for last in range(n):
    total += a[last]
    while total > s:
        total -= a[first]
        first += 1
    starts = last - first + 1 - (m - 1)
    if starts > 0:
        found += starts
print(found)
