with open("BAI1.INP") as fi, open("BAI1.OUT", "w") as fo:
    print(*[int(x) for x in fi], file=fo)
