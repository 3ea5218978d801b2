program CatDay;
var
  length, k, i: longint;
begin
  readln(length, k);
  for i := 1 to k do write(length, ' ');
  writeln;
end.
