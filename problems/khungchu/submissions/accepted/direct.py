name = input()
line = "*" * (len(name) + 4)
print(line, "* %s *" % name, line, sep="\n")
