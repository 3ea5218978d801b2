program ChiaDoi;
var
  n, i: longint;
begin
  readln(n);
  for i := 1 to n - 1 do write(1 + i mod 2, ' ');
  writeln;
end.
