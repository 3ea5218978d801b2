import sys
from functools import lru_cache, cache, reduce
sys.setrecursionlimit(10**6)
@lru_cache(maxsize=None)
def f(n):
    return 0 if n == 0 else f(n - 1) + 1
@cache
def g(n):
    return n
print(f(20000) - 20000 + g(int(input())) + reduce(lambda a, b: a + b, [0, 0]))
