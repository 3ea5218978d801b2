{ adds up from every first day: n * n / 2 steps }
program TietKiemDien;
var
  a: array[1..100000] of longint;
  n, m, i, j: longint;
  s, total, found: int64;
begin
  readln(n, m, s);
  for i := 1 to n do
    read(a[i]);
  found := 0;
  for i := 1 to n do
  begin
    total := 0;
    for j := i to n do
    begin
      total := total + a[j];
      if (total <= s) and (j - i + 1 >= m) then
        found := found + 1;
    end;
  end;
  writeln(found);
end.
