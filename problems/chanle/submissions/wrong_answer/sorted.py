input()
cards = sorted(map(int, input().split()), key=lambda c: (c % 2, c))
print(*cards, "HET")
