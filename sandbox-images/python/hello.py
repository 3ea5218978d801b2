import collections, heapq, math, sys

numbers = [int(word) for word in sys.stdin.read().split()]
print("Xin chào,", sum(max(n, 0) for n in numbers))
