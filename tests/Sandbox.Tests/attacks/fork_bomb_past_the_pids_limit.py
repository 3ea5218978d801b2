# The same with more processes allowed than the box has room for.
# expect: CpuLimit WallLimit
# processes: 1000
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
