text = input().upper()
best = max(sorted(set(text)), key=text.count)
print(best, text.count(best))
