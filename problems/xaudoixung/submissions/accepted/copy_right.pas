program XauDoiXung;
{$H+}
var
  s: string;
  i, n, changes: longint;
begin
  readln(s);
  n := length(s);
  changes := 0;
  for i := 1 to n div 2 do
    if s[i] <> s[n + 1 - i] then
    begin
      inc(changes);
      s[i] := s[n + 1 - i];
    end;
  writeln(changes);
  writeln(s);
end.
