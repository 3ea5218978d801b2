# Lays links and special files as traps for whoever cleans up or collects.
# expect: Exited
# collect: out passwd pipe
import os
def attempt(action):
    try:
        action()
    except OSError:
        pass
attempt(lambda: os.symlink("/prog/main.py", "out"))
attempt(lambda: os.symlink("/", "root"))
attempt(lambda: os.symlink("..", "up"))
attempt(lambda: os.symlink("loop", "loop"))
attempt(lambda: os.symlink("/prog", "prog"))
os.mkdir("folder")
attempt(lambda: os.symlink("/prog", "folder/prog"))
attempt(lambda: os.symlink("/ctl/s", "passwd"))
attempt(lambda: os.mkfifo("pipe"))
attempt(lambda: os.link("/prog/main.py", "hard"))
attempt(lambda: os.link("/usr/bin/python3", "hard2"))
attempt(lambda: os.mknod("device", 0o60666, os.makedev(8, 0)))
for name in ("device",):
    if os.path.exists(name):
        print("LEAK: a device")
