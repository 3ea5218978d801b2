# Folders in folders, each forbidden to everybody.
# expect: Exited
import os
depth = 0
try:
    while depth < 4000:
        os.mkdir("d")
        os.mkdir("e")
        open("f", "w").close()
        os.chdir("d")
        depth += 1
except OSError as error:
    print(error.errno)
for _ in range(depth):
    os.chdir("..")
    for name in ("d", "e"):
        try:
            os.chmod(name, 0)
        except OSError:
            pass
