input()
cards = list(map(int, input().split()))
print(*[c for c in cards if c % 2 == 0], *[c for c in cards if c % 2], "HET")
