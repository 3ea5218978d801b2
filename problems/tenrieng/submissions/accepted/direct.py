for _ in range(int(input())):
    print(" ".join(word.capitalize() for word in input().split()))
