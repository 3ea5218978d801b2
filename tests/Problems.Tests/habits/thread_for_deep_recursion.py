import sys, threading
input = sys.stdin.readline
sys.setrecursionlimit(10 ** 6)
threading.stack_size(2 ** 27)

def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1

def main():
    n = int(input())
    print(depth(100000) - 100000 + n)

thread = threading.Thread(target=main)
thread.start()
thread.join()
