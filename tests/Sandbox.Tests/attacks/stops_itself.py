# Stops itself; nobody will continue it.
# expect: WallLimit
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
