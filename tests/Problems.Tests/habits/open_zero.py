print(*map(int, open(0).read().split()))
