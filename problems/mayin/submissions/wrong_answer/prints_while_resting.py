# prints on while the machine should rest
def enough(time):
    sheets = 0
    for a, b, cycle in machines:
        whole, rest = divmod(time, cycle)
        sheets += whole * b + rest // a
        if sheets >= k:
            return True
    return False


with open("MAYIN.INP") as source:
    n, k = map(int, source.readline().split())
    machines = []
    for _ in range(n):
        a, b, c = map(int, source.readline().split())
        machines.append((a, b, a * b + c))

low, high = 1, k * 101000
while low < high:
    middle = (low + high) // 2
    if enough(middle):
        high = middle
    else:
        low = middle + 1
with open("MAYIN.OUT", "w") as target:
    print(low, file=target)
