program BangCuuChuong;
var
  k: longint;
  i, t: integer;
begin
  readln(k);
  for i := 1 to 10 do
  begin
    t := k * i;
    writeln(k, ' x ', i, ' = ', t);
  end;
end.
