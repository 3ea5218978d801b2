"""input answer feedback/ < output: 42 with score_multiplier.txt for a good colouring, else 43."""
import sys


def refuse(words):
    with open(sys.argv[3] + "teammessage.txt", "w") as file:
        file.write(words)
    sys.exit(43)


(n, m), *pairs = [tuple(map(int, line.split())) for line in open(sys.argv[1])]
jury = int(open(sys.argv[2]).readline())
words = sys.stdin.read(1000000).split()
if len(words) != n + 1 or not all(w.isascii() and w.isdigit() and len(w) < 7 for w in words):
    refuse("Cần số màu và đúng %d số." % n)
k, *colour = map(int, words)
if k < 1 or min(colour) < 1 or max(colour) > k:
    refuse("Có màu nằm ngoài từ 1 đến %d." % k)
for a, b in pairs:
    if colour[a - 1] == colour[b - 1]:
        refuse("Hai quận kề nhau %d và %d cùng màu." % (a, b))
with open(sys.argv[3] + "score_multiplier.txt", "w") as file:
    file.write("%.9f" % min(1, jury / k))
sys.exit(42)
