# Fills /box.
# expect: Exited
for name in ("a", "b", "c"):
    try:
        with open(name, "wb", buffering=0) as file:
            while True:
                file.write(b"x" * 1048576)
    except OSError as error:
        print(name, error.errno)
