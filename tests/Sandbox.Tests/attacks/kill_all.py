# Kills whatever it can.
# expect: Exited Signaled
import os, signal
for target in (-1, 1, 0):
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP, signal.SIGSEGV):
        if target == 0:
            break
        try:
            os.kill(target, number)
            if target == 1:
                print("LEAK: signalled process 1")
        except OSError:
            pass
os.kill(os.getpid(), signal.SIGKILL)
