# Runs a program that it has written itself, with the set-user-id bit.
# expect: Exited
# processes: 4
import os
try:
    with open("/usr/bin/python3", "rb") as source, open("/box/copy", "wb") as copy:
        copy.write(source.read())
    os.chmod("/box/copy", 0o6755)
    if os.fork() == 0:
        os.execv("/box/copy", ["copy", "-I", "-S", "-c", "import os; os.geteuid() == 0 and print('LEAK: root')"])
    os.wait()
except OSError:
    pass
