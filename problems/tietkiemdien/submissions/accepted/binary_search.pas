{ for every first day, the last day by binary search in the prefix sums }
program TietKiemDien;
var
  sum: array[0..100000] of int64;
  n, m, i, x, low, high, middle: longint;
  s, found: int64;
begin
  readln(n, m, s);
  sum[0] := 0;
  for i := 1 to n do
  begin
    read(x);
    sum[i] := sum[i - 1] + x;
  end;
  found := 0;
  for i := 0 to n - 1 do
  begin
    low := i;
    high := n;
    while low < high do
    begin
      middle := (low + high + 1) div 2;
      if sum[middle] - sum[i] <= s then
        low := middle
      else
        high := middle - 1;
    end;
    if low - i >= m then
      found := found + low - i - m + 1;
  end;
  writeln(found);
end.
