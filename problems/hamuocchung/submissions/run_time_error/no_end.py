def ucln(a, b):
    return ucln(b, a % b)
