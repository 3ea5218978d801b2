# Does nothing for a long time.
# expect: WallLimit
import time
time.sleep(100)
