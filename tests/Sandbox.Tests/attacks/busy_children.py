# Eight children work while the parent sleeps; nobody waits for them.
# expect: CpuLimit
# processes: 16
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(8):
    if os.fork() == 0:
        while True:
            pass
time.sleep(100)
