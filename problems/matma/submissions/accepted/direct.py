for _ in range(int(input())):
    word = input()
    print(word[::2], word[1::2])
