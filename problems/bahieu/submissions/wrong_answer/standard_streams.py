n = int(open("BAHIEU.INP").read())
print(1, 2, n - 3)
