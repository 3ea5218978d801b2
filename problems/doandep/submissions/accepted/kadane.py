input()
best = here = None
for a in map(int, input().split()):
    here = a if here is None or here < 0 else here + a
    best = here if best is None or here > best else best
print(best)
