word = input()
half = len(word) // 2
print(sum(word[i] != word[-1 - i] for i in range(half)))
print(word[:len(word) - half] + word[:half][::-1])
