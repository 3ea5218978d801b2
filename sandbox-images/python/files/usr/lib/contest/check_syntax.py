"""Says whether Python sources can be compiled, in Python's own words when not; writes nothing and runs nothing of them.

The first source is read by the function that "python3 FILE" calls, and given up when the first of its code would run: a file
is decoded otherwise than bytes in memory. All others are read as an import reads them.
"""
import ctypes
import os
import sys

program, *modules = sys.argv[1:]
try:
    for path in modules:
        with open(path, "rb") as source:
            compile(source.read(), path, "exec", dont_inherit=True)
except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
    import traceback

    sys.exit("".join(traceback.format_exception_only(error)).rstrip())


def stop(event, arguments):
    if event == "exec" and arguments[0].co_filename == program:
        sys.stderr.flush()
        os._exit(0)


sys.addaudithook(stop)
python = ctypes.pythonapi
python.fopen.restype = ctypes.c_void_p
path = os.fsencode(program)
python.PyRun_SimpleFileExFlags(ctypes.c_void_p(python.fopen(path, b"rb")), path, 1, None)
os._exit(1)
