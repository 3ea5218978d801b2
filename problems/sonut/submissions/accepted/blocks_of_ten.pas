{ Ten numbers that differ only in their last digit hold every value of points exactly once. }
program SoNut;
var
  low, high: int64;
  k: longint;

function Points(x: int64): longint;
var
  sum: longint;
begin
  sum := 0;
  while x > 0 do
  begin
    sum := sum + x mod 10;
    x := x div 10;
  end;
  Points := sum mod 10;
end;

function Count(n: int64): int64;
var
  found, x: int64;
begin
  found := (n + 1) div 10;
  x := found * 10;
  while x <= n do
  begin
    if Points(x) = k then
      found := found + 1;
    x := x + 1;
  end;
  Count := found;
end;

begin
  readln(low, high, k);
  writeln(Count(high) - Count(low - 1));
end.
