# Reads what belongs to others: the runner, the judge, other tests.
# expect: Exited
import os
others = [p for p in os.listdir("/proc") if p.isdigit() and int(p) != os.getpid()]
for other in others:
    for name in ("environ", "mem", "maps", "fd", "root", "cwd", "exe", "io", "auxv", "stack", "syscall", "map_files", f"task/{other}/fd"):
        path = f"/proc/{other}/{name}"
        try:
            seen = os.listdir(path) if os.path.isdir(path) else os.open(path, os.O_RDONLY)
            print("LEAK: could open", path, seen)
        except OSError:
            pass
    for link in ("root", "cwd", "exe", "fd/0", "fd/3", "ns/pid"):
        try:
            print("LEAK:", link, os.readlink(f"/proc/{other}/{link}"))
        except OSError:
            pass
for path in ("/ctl", "/root", "/var/lib/docker", "/etc/shadow"):
    try:
        print("LEAK:", path, os.listdir(path) if os.path.isdir(path) else open(path).read())
    except OSError:
        pass
strangers = [p for p in others if "\nUid:\t0\t0\t0\t0\n" not in open(f"/proc/{p}/status").read()]
if strangers:
    print("LEAK: other processes", strangers)
fds = [os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if int(fd) > 2 and os.path.exists(f"/proc/self/fd/{fd}")]
if fds:
    print("LEAK: open files", fds)
