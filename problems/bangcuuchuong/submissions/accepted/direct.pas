program BangCuuChuong;
var
  k, i: longint;
begin
  readln(k);
  for i := 1 to 10 do
    writeln(k, ' X  ', i, ' = ', int64(k) * i, '  ');
end.
