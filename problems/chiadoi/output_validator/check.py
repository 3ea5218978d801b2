"""input answer feedback/ < output: 42 with score_multiplier.txt, or 43."""
import sys


def difference(weights, carts):
    return abs(sum(w if c == "1" else -w for w, c in zip(weights, carts)))


def refuse(words):
    with open(sys.argv[3] + "teammessage.txt", "w") as file:
        file.write(words)
    sys.exit(43)


weights = list(map(int, open(sys.argv[1]).read().split()))[1:]
carts = sys.stdin.read().split()
if len(carts) != len(weights):
    refuse("Cần đúng %d số, đã ghi %d số." % (len(weights), len(carts)))
if set(carts) - {"1", "2"}:
    refuse("Mỗi số phải là 1 hoặc 2.")
jury = difference(weights, open(sys.argv[2]).read().split())
own = difference(weights, carts)
with open(sys.argv[3] + "judgemessage.txt", "w") as file:
    file.write("difference %d, jury %d" % (own, jury))
with open(sys.argv[3] + "score_multiplier.txt", "w") as file:
    file.write("%.9f" % min(1, (jury + 1) / (own + 1)))
sys.exit(42)
