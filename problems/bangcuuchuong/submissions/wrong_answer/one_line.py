k = int(input())
print(" ".join("%d x %d = %d" % (k, i, k * i) for i in range(1, 11)))
