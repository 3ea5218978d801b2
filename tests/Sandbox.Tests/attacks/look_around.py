# Reads what belongs to others: the runner, the judge, other tests.
# expect: Exited
import os
for name in ("environ", "mem", "maps", "fd", "root", "cwd", "exe", "io", "auxv", "stack", "syscall", "map_files", "task/1/fd"):
    path = "/proc/1/" + name
    try:
        seen = os.listdir(path) if os.path.isdir(path) else os.open(path, os.O_RDONLY)
        print("LEAK: could open", path, seen)
    except OSError:
        pass
for link in ("root", "cwd", "exe", "fd/0", "fd/3", "ns/pid"):
    try:
        print("LEAK:", link, os.readlink("/proc/1/" + link))
    except OSError:
        pass
for path in ("/ctl", "/root", "/var/lib/docker", "/etc/shadow"):
    try:
        print("LEAK:", path, os.listdir(path) if os.path.isdir(path) else open(path).read())
    except OSError:
        pass
others = [p for p in os.listdir("/proc") if p.isdigit() and int(p) not in (1, os.getpid())]
if others:
    print("LEAK: other processes", others)
fds = [os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if int(fd) > 2 and os.path.exists(f"/proc/self/fd/{fd}")]
if fds:
    print("LEAK: open files", fds)
