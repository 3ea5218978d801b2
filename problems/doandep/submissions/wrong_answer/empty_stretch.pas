program DoanDep;
var
  n, i: longint;
  a, here, best: int64;
begin
  readln(n);
  here := 0;
  best := 0;
  for i := 1 to n do
  begin
    read(a);
    here := here + a;
    if here < 0 then here := 0;
    if here > best then best := here;
  end;
  writeln(best);
end.
