{ sums are kept in 32 bits }
program TietKiemDien;
var
  a: array[1..100000] of longint;
  n, m, first, last: longint;
  total: longint;
  s, found: int64;
begin
  readln(n, m, s);
  for last := 1 to n do
    read(a[last]);
  first := 1;
  total := 0;
  found := 0;
  for last := 1 to n do
  begin
    total := total + a[last];
    while total > s do
    begin
      total := total - a[first];
      inc(first);
    end;
    if last - first + 1 >= m then
      found := found + last - first + 1 - m + 1;
  end;
  writeln(found);
end.
