"""input answer feedback/: thinks of the number in the input and answers guesses; 42 when it is found in time."""
import sys

MOST = 30


def end(code, words):
    with open(sys.argv[3] + "judgemessage.txt", "w") as file:
        file.write(words)
    sys.exit(code)


n, secret = map(int, open(sys.argv[1]).read().split())
print(n, flush=True)
for number in range(1, MOST + 1):
    line = sys.stdin.readline(100)
    if not line:
        end(43, "no guess %d" % number)
    try:
        guess = int(line)
    except ValueError:
        end(43, "guess %d is no number" % number)
    if not 1 <= guess <= n:
        end(43, "guess %d is out of range" % number)
    try:
        print("LON" if guess < secret else "NHO" if guess > secret else "DUNG", flush=True)
    except BrokenPipeError:
        end(43, "nobody listens after guess %d" % number)
    if guess == secret:
        end(42, "found after %d" % number)
end(43, "not found after %d" % MOST)
