input()
weights = list(map(int, input().split()))
carts = [0] * len(weights)
loads = [0, 0]
for i in sorted(range(len(weights)), key=lambda i: -weights[i]):
    cart = 0 if loads[0] <= loads[1] else 1
    loads[cart] += weights[i]
    carts[i] = cart + 1
print(*carts)
