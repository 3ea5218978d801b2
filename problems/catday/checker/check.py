"""input answer output: the share on standard output, words for the entrant on standard error."""
import sys


def used(kinds, file):
    words = open(file).read().split()
    if len(words) != len(kinds) or not all(w.isascii() and w.isdigit() and len(w) < 6 for w in words):
        return -1
    return sum(int(w) * d for w, d in zip(words, kinds))


def say(share, words):
    print(share)
    print(words, file=sys.stderr)
    sys.exit()


length, _, *kinds = map(int, open(sys.argv[1]).read().split())
jury, own = used(kinds, sys.argv[2]), used(kinds, sys.argv[3])
if own < 0:
    say(0.0, "Cần đúng %d số nguyên không âm." % len(kinds))
if own > length:
    say(0.0, "Dùng quá độ dài cuộn ruy băng.")
if own >= jury:
    say(1.0, "translate:success")
say(own / jury, "translate:partial")
