text = input().lower()
best = max(sorted(set(text) - {" "}), key=text.count)
print(best, text.count(best))
