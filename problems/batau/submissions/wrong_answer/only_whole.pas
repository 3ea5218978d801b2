program BaTau;
var
  a, b, s: int64;
begin
  readln(a, b, s);
  if s mod a = 0 then writeln(s div a, ' ', 0)
  else if s mod b = 0 then writeln(0, ' ', s div b)
  else writeln(-1);
end.
