k = int(input())
for i in range(1, 11):
    print(k, "x", i, "=", k * i)
