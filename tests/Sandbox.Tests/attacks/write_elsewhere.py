# Tries to write everywhere but in /box.
# expect: Exited
import os
places = ["/", "/tmp", "/prog", "/dev", "/dev/shm", "/dev/mqueue", "/dev/pts", "/etc", "/usr", "/usr/bin", "/usr/lib", "/run", "/var/tmp",
          "/proc", "/proc/sys/kernel", "/proc/1", "/sys", "/sys/fs/cgroup", "/ctl", "/runner", "/root", "/home"]
for place in places:
    try:
        with open(place + "/x", "w") as file:
            file.write("x")
        print("LEAK: wrote to", place)
    except OSError:
        pass
for file in ["/prog/main.py", "/runner", "/usr/bin/python3", "/proc/sys/kernel/hostname", "/proc/sysrq-trigger",
             "/proc/1/oom_score_adj", "/proc/1/mem", "/proc/sys/vm/drop_caches", "/dev/kmsg", "/dev/mem"]:
    try:
        with open(file, "r+b", buffering=0) as opened:
            opened.write(b"1")
        print("LEAK: wrote", file)
    except OSError:
        pass
for action in (lambda: os.chmod("/box", 0o777), lambda: os.remove("/prog/main.py"), lambda: os.rename("/box", "/bax"),
               lambda: os.chown("/box", os.getuid(), -1), lambda: os.mkdir("/prog/d"), lambda: os.utime("/prog/main.py")):
    try:
        action()
        print("LEAK: changed something")
    except OSError:
        pass
