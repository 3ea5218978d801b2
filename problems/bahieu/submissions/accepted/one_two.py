n = int(open("bahieu.inp").read())
with open("bahieu.out", "w") as out:
    print(n - 3, 2, 1, sep="\n", file=out)
