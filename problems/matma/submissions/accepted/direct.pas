program MatMa;
var
  n, i, k: longint;
  s: string;
begin
  readln(n);
  for i := 1 to n do
  begin
    readln(s);
    for k := 1 to length(s) do if odd(k) then write(s[k]);
    writeln;
    for k := 1 to length(s) do if not odd(k) then write(s[k]);
    writeln;
  end;
end.
