word = input()
print(sum(word[i] != word[-1 - i] for i in range(len(word) // 2)))
