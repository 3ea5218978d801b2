# Fills a folder that is collected with more files than anybody wants.
# expect: OutputLimit CpuLimit
# folders: feedback
# collect: feedback/*
for i in range(100000):
    try:
        open("feedback/" + str(i), "w").close()
    except OSError:
        pass
