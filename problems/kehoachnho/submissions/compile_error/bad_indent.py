a, b, p = map(int, input().split())
if p > 0:
print((a + b) * p)
