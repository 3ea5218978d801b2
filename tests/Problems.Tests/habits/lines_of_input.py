import sys, os, io
lines = sys.stdin.readlines()
a = [int(x) for x in lines[0].split()]
print(*a, sep=" ", end="")
sys.exit(0)
