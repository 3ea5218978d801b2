turn, text = input(), input()
if turn == "1":
    # begins with A and ends with B, so Bong sees which way round it is
    print("A" + format(int(text), "b").replace("0", "A").replace("1", "B") + "B")
else:
    if text[0] == "B":
        text = text[::-1]
    print(int(text[1:-1].replace("A", "0").replace("B", "1"), 2))
