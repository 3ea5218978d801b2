program Chinh;
uses giai;
var
  n, i: longint;
  a, b: int64;
begin
  readln(n);
  for i := 1 to n do
  begin
    readln(a, b);
    writeln(ucln(a, b));
  end;
end.
