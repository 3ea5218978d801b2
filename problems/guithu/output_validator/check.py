"""input answer feedback/ < output: turns the string round when the number is odd and hands it to the second run."""
import re
import sys


def refuse(words):
    with open(sys.argv[3] + "teammessage.txt", "w") as file:
        file.write(words)
    sys.exit(43)


turn = open(sys.argv[1]).readline().strip()
n = int(open(sys.argv[2]).read())
output = sys.stdin.read(1000).strip()
if turn == "1":
    if not re.fullmatch("[AB]{1,80}", output):
        refuse("Lượt 1 phải in ra từ 1 đến 80 chữ A, B.")
    with open(sys.argv[3] + "nextpass.in", "w") as file:
        file.write("2\n%s\n" % (output[::-1] if n % 2 else output))
    sys.exit(42)
if output != str(n):
    refuse("Lượt 2 không tìm lại được số đã gửi.")
sys.exit(42)
