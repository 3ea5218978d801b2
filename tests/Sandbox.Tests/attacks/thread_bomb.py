# Threads that start threads, each with much work.
# expect: CpuLimit
# threads: 16
import threading
def work():
    while True:
        try:
            threading.Thread(target=work).start()
        except RuntimeError:
            pass
work()
