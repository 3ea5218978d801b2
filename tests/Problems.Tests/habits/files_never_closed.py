fi = open('bai1.inp', 'r'); fo = open('bai1.out', 'w')
n = int(fi.readline())
fo.write(str(n))
