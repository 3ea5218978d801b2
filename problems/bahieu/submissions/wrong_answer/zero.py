n = int(open("BAHIEU.INP").read())
open("BAHIEU.OUT", "w").write("0 1 %d" % (n - 1))
