# Forks without end; each child forks too.
# expect: CpuLimit
# processes: 32
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
