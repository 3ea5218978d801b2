# Lays links where a jury program's words are collected, and replaces the folder itself by one.
# expect: Exited
# folders: feedback other
# collect: feedback/* feedback/score.txt other/passwd other/* other/main.py
import os
for target in ("/etc/passwd", "/prog/main.py", "/proc/1/environ", "/proc/self/mem", "/ctl/s", "/dev/zero"):
    os.symlink(target, "feedback/" + target.replace("/", "_"))
os.symlink("/prog/main.py", "feedback/score.txt")
os.mkdir("feedback/folder")
try:
    os.link("/prog/main.py", "feedback/hard")
except OSError:
    pass
os.rmdir("other")
os.symlink("/prog", "other")
