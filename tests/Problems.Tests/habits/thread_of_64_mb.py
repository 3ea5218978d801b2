import sys
import threading
threading.stack_size(1 << 26)
sys.setrecursionlimit(1 << 25)
def solve():
    print(int(sys.stdin.buffer.readline()))
threading.Thread(target=solve).start()
