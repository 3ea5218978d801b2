program DiemThuong;
var
  n, i, mark, flowers: longint;
begin
  assign(input, 'diemthuong.inp'); reset(input);
  assign(output, 'DiemThuong.Out'); rewrite(output);
  readln(n);
  flowers := 0;
  for i := 1 to n do
  begin
    read(mark);
    if mark >= 80 then inc(flowers, 3)
    else if mark >= 65 then inc(flowers, 2)
    else if mark >= 50 then inc(flowers);
  end;
  writeln(flowers);
  close(output);
end.
