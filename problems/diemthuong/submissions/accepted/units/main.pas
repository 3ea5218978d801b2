program DiemThuong;
uses hoa;
var
  n, i, mark, flowers: longint;
begin
  readln(n);
  flowers := 0;
  for i := 1 to n do
  begin
    read(mark);
    flowers := flowers + FlowersFor(mark);
  end;
  writeln(flowers);
end.
