n, k = map(int, input().split())
places = list(map(int, input().split()))
found = False
for x in places:
    for y in places:
        if y - x == k:
            print(x, y)
            found = True
if not found:
    print("KHONG")
