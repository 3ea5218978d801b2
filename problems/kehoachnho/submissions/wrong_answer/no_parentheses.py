# sells only the paper of grade 7
a, b, p = map(int, input().split())
print(a + b * p)
