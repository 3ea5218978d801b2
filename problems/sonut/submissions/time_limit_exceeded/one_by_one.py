# looks at every number of the range
low, high, k = map(int, input().split())
found = 0
x = low
while x <= high:
    if sum(map(int, str(x))) % 10 == k:
        found += 1
    x += 1
print(found)
