# takes the sheets in the order in which they are finished: k steps
import heapq

with open("MAYIN.INP") as source:
    n, k = map(int, source.readline().split())
    machines = [tuple(map(int, source.readline().split())) for _ in range(n)]

finished = [(machine[0], i, 1) for i, machine in enumerate(machines)]
heapq.heapify(finished)
for _ in range(k):
    time, i, run = finished[0]
    a, b, c = machines[i]
    following = (time + a, i, run + 1) if run < b else (time + c + a, i, 1)
    heapq.heapreplace(finished, following)
with open("MAYIN.OUT", "w") as target:
    print(time, file=target)
