import re
import sys

text = sys.stdin.read()
number = "(0|[1-9][0-9]{0,5})"
if not re.fullmatch("%s\\n%s( %s)*\\n" % (number, number, number), text):
    sys.exit("the lines are not as the statement promises")
first, second = text.splitlines()
marks = list(map(int, second.split()))
if not 1 <= int(first) <= 100000 or int(first) != len(marks) or max(marks) > 100:
    sys.exit("a number is out of its bounds")
sys.exit(42)
