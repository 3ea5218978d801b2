input()
marks = map(int, input().split())
print(sum(3 if m >= 80 else 2 if m >= 65 else 1 if m >= 50 else 0 for m in marks))
