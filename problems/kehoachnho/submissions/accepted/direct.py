a, b, p = map(int, input().split())
print((a + b) * p)
