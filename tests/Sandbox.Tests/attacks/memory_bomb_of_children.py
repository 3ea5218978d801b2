# Each child stays under the limit, together they do not.
# expect: MemoryLimit WallLimit CpuLimit
# processes: 16
import os, time
for _ in range(12):
    if os.fork() == 0:
        block = bytearray(120 << 20)
        time.sleep(100)
time.sleep(100)
