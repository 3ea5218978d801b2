# Ten numbers that differ only in their last digit hold every value of points exactly once.
def points(x):
    return sum(map(int, str(x))) % 10


def count(n, k):
    whole = (n + 1) // 10
    return whole + sum(points(x) == k for x in range(whole * 10, n + 1))


low, high, k = map(int, input().split())
print(count(high, k) - count(low - 1, k))
