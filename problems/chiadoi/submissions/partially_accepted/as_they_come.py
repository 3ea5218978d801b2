input()
loads = [0, 0]
carts = []
for w in map(int, input().split()):
    cart = 0 if loads[0] <= loads[1] else 1
    loads[cart] += w
    carts.append(cart + 1)
print(*carts)
