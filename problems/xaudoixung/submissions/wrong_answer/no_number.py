print("khong biet")
