from math import fsum

input()
temperatures = list(map(float, input().split()))
print(fsum(temperatures) / len(temperatures), max(temperatures) - min(temperatures))
