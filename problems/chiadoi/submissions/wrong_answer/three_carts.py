n = int(input())
print(*[i % 3 + 1 for i in range(n)])
