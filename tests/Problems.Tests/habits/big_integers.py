a = int("9" * 5000)
b = int(input())
print(len(str(a + 1)) - 5001 + b)
assert len(str(2 ** 20000)) == 6021
