# runs past the last day when the sum stays within S
n, m, s = map(int, input().split())
a = list(map(int, input().split()))

last = total = found = 0
for first in range(n):
    while total + a[last] <= s:
        total += a[last]
        last += 1
    if last - first >= m:
        found += last - first - m + 1
    if last > first:
        total -= a[first]
    else:
        last += 1
print(found)
