def ucln(a, b):
    return min(a, b) if max(a, b) % min(a, b) == 0 else 1
