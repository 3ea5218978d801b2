{ looks at every number of the range }
program SoNut;
var
  low, high, found, x, rest: int64;
  k, sum: longint;
begin
  readln(low, high, k);
  found := 0;
  x := low;
  while x <= high do
  begin
    sum := 0;
    rest := x;
    while rest > 0 do
    begin
      sum := sum + rest mod 10;
      rest := rest div 10;
    end;
    if sum mod 10 = k then
      found := found + 1;
    x := x + 1;
  end;
  writeln(found);
end.
