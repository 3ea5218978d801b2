a, b, s = map(int, input().split())
# x only matters modulo b
for x in range(min(b, s // a + 1)):
    if (s - x * a) % b == 0:
        print(x, (s - x * a) // b)
        break
else:
    print(-1)
