import sys
sys.setrecursionlimit(10**6)
def dfs(v):
    return 0 if v == 0 else 1 + dfs(v - 1)
n = int(input())
print(dfs(100000) - 100000 + n)
