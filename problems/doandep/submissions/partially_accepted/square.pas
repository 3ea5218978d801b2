program DoanDep;
var
  a: array[1..200000] of int64;
  n, i, j: longint;
  sum, best: int64;
begin
  readln(n);
  for i := 1 to n do read(a[i]);
  best := low(int64);
  for i := 1 to n do
  begin
    sum := 0;
    for j := i to n do
    begin
      sum := sum + a[j];
      if sum > best then best := sum;
    end;
  end;
  writeln(best);
end.
