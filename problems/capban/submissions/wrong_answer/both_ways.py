n, k = map(int, input().split())
places = set(map(int, input().split()))
for x in places:
    for y in (x - k, x + k):
        if y in places:
            print(x, y)
