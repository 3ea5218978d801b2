turn, text = input(), input()
if turn == "1":
    print(format(int(text), "b").replace("0", "A").replace("1", "B"))
else:
    print(int(text.replace("A", "0").replace("B", "1"), 2))
