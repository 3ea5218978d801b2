print("khong co cach nao")
