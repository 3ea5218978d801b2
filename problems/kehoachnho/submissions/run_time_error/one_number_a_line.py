# expects every number on its own line
a = int(input())
b = int(input())
p = int(input())
print((a + b) * p)
