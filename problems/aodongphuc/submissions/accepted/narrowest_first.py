# Shirts from small to large; each goes to the waiting pupil whose range ends first.
import heapq
import sys

numbers = list(map(int, sys.stdin.buffer.read().split()))
n, m = numbers[:2]
pupils = sorted(zip(numbers[2:2 + 2 * n:2], numbers[3:3 + 2 * n:2]))
waiting = []
come = dressed = 0
for size in sorted(numbers[2 + 2 * n:]):
    while come < n and pupils[come][0] <= size:
        heapq.heappush(waiting, pupils[come][1])
        come += 1
    while waiting and waiting[0] < size:
        heapq.heappop(waiting)
    if waiting:
        heapq.heappop(waiting)
        dressed += 1
print(dressed)
