n, s = map(int, input().split())
seen = {}
for i, a in enumerate(map(int, input().split()), 1):
    if s - a in seen:
        print(seen[s - a], i)
        break
    seen[a] = i
else:
    print(0, 0)
