# Takes memory until there is none.
# expect: MemoryLimit
blocks = []
while True:
    blocks.append(bytearray(8 << 20))
