import sys
input = sys.stdin.readline
print = sys.stdout.write
n, = map(int, input().split())
print(f"{n}\n")
quit()
