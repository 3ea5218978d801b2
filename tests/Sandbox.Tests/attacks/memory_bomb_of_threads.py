# Threads that fill their stacks and the heap together.
# expect: MemoryLimit
# threads: 16
import threading
threading.stack_size(1 << 29)
blocks = []
def work():
    while True:
        blocks.append(bytearray(1 << 20))
for _ in range(15):
    threading.Thread(target=work).start()
