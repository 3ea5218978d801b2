"""Says whether a Python source can be compiled; prints the usual message when not. Runs nothing and writes nothing."""
import sys

try:
    with open(sys.argv[1], "rb") as source:
        compile(source.read(), "main.py", "exec", dont_inherit=True)
except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
    import traceback

    sys.stderr.write("".join(traceback.format_exception_only(error)))
    sys.exit(1)
