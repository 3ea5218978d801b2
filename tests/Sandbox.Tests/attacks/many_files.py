# Makes as many files as it can, with names that are hard to handle.
# expect: Exited
import os
strange = [b"\xff\xfe", b"new\nline", b"-rf", b" ", b"\x01", b"x" * 255, b"...", "dấu".encode()]
for name in strange:
    open(name, "w").close()
try:
    for i in range(6000):
        open(f"f{i}", "w").close()
except OSError as error:
    print(error.errno)
