words = {"a", "b", "c", "d"}
print(int(input()) if len(words) == 4 else "".join(words))
