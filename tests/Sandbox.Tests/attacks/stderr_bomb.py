# Complains without end.
# expect: Exited OutputLimit
import sys
while True:
    sys.stderr.write("x" * 65536)
