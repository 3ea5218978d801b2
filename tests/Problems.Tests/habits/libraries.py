import math, itertools, collections, heapq, bisect, string, random, time, copy, re, operator, array, datetime, statistics
from decimal import Decimal, getcontext
from fractions import Fraction
getcontext().prec = 10000
x = Decimal(2).sqrt()
assert len(str(x)) == 10001
n = int(input())
print(int(Fraction(n, 1)) + len(str(math.factorial(3000))) - 9131)
