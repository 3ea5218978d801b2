# may buy an item at full price and then again with the voucher
import sys

numbers = list(map(int, sys.stdin.read().split()))
n, money = numbers[:2]
plain = [0] * (money + 1)
used = [0] * (money + 1)
for price, joy in zip(numbers[2::2], numbers[3::2]):
    half = (price + 1) // 2
    full_plain = [joy + x for x in plain[:max(0, money + 1 - price)]]
    plain[price:] = map(max, plain[price:], full_plain)
    full_used = [joy + x for x in used[:max(0, money + 1 - price)]]
    used[price:] = map(max, used[price:], full_used)
    half_used = [joy + x for x in plain[:max(0, money + 1 - half)]]
    used[half:] = map(max, used[half:], half_used)
print(used[money])
