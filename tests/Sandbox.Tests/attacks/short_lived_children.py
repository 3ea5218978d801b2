# Children that work a little, die and are waited for by nobody.
# expect: CpuLimit WallLimit
# processes: 4
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
while True:
    try:
        if os.fork() == 0:
            end = time.process_time() + 0.05
            while time.process_time() < end:
                pass
            os._exit(0)
    except OSError:
        time.sleep(0.01)
