program TenRieng;
var
  n, i, k: longint;
  s: string;
begin
  readln(n);
  for i := 1 to n do
  begin
    readln(s);
    s := lowercase(s);
    for k := 1 to length(s) do
      if (s[k] <> ' ') and ((k = 1) or (s[k - 1] = ' ')) then s[k] := upcase(s[k]);
    writeln(s);
  end;
end.
