program DoanDep;
var
  n, i: longint;
  a, here, best: int64;
begin
  readln(n);
  here := 0;
  best := low(int64);
  for i := 1 to n do
  begin
    read(a);
    if here < 0 then here := a else here := here + a;
    if here > best then best := here;
  end;
  writeln(best);
end.
