import sys
sys.stdin = open('BAI1.INP', encoding='utf-8-sig')
sys.stdout = open('BAI1.OUT', 'w')
print(int(input()))
