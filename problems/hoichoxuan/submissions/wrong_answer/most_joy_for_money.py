# buys what gives the most joy for its price; the voucher goes to the dearest item it can help with
import sys

numbers = list(map(int, sys.stdin.read().split()))
n, money = numbers[:2]
items = sorted(zip(numbers[2::2], numbers[3::2]), key=lambda item: (-item[1] / item[0], item))
best = 0
for chosen in range(n):
    left, joy = money, 0
    for i, (price, value) in enumerate(items):
        cost = (price + 1) // 2 if i == chosen else price
        if cost <= left:
            left -= cost
            joy += value
    best = max(best, joy)
print(best)
