program XauDoiXung;
{$H+}
var
  s: string;
  i, n, changes: longint;
begin
  readln(s);
  n := length(s);
  changes := 0;
  for i := 1 to n do
    if s[i] <> s[n + 1 - i] then inc(changes);
  writeln(changes + 1);
  writeln(s);
end.
