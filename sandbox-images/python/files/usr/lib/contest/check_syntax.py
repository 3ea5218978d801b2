"""Says whether Python sources can be compiled; prints the usual message when not. Runs nothing and writes nothing."""
import os.path
import sys

try:
    for path in sys.argv[1:]:
        with open(path, "rb") as source:
            compile(source.read(), os.path.basename(path), "exec", dont_inherit=True)
except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
    import traceback

    sys.stderr.write("".join(traceback.format_exception_only(error)))
    sys.exit(1)
