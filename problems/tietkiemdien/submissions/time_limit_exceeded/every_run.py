# adds up from every first day and stops when it is too much
n, m, s = map(int, input().split())
a = list(map(int, input().split()))

found = 0
for first in range(n):
    total = 0
    for last in range(first, n):
        total += a[last]
        if total > s:
            break
        if last - first + 1 >= m:
            found += 1
print(found)
