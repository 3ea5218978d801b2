turn, text = input(), input()
print("A" * 100 if turn == "1" else 0)
