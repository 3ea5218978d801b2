for _ in range(int(input())):
    word = input().lower()
    print(word[::2], word[1::2])
