input()
marks = map(int, input().split())
print(sum(m >= 50 for m in marks))
