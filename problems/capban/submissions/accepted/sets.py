n, k = map(int, input().split())
places = set(map(int, input().split()))
pairs = ["%d %d" % (x, x + k) for x in places if x + k in places]
print("\n".join(pairs) if pairs else "KHONG")
