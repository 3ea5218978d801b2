# Leaves a daemon that ignores signals, has its own session, and wants to see and change the next test.
# expect: Exited
# processes: 8
# twice
import os, signal, time
for other in os.listdir("/proc"):
    if other.isdigit() and int(other) != os.getpid() and "\nUid:\t0\t0\t0\t0\n" not in open(f"/proc/{other}/status").read():
        print("LEAK: process", other)
if os.path.exists("/box/mark"):
    print("LEAK: the daemon wrote")
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in signal.valid_signals():
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        while True:
            open("/box/mark", "w").close()
            time.sleep(0.001)
    os._exit(0)
time.sleep(0.1)
