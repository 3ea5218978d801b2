program CapBan;
var
  x: array[1..100000] of longint;
  n, k, i, j, found: longint;

procedure Sort(l, r: longint);
var
  i, j, m, t: longint;
begin
  i := l; j := r; m := x[(l + r) div 2];
  repeat
    while x[i] < m do inc(i);
    while x[j] > m do dec(j);
    if i <= j then
    begin
      t := x[i]; x[i] := x[j]; x[j] := t;
      inc(i); dec(j);
    end;
  until i > j;
  if l < j then Sort(l, j);
  if i < r then Sort(i, r);
end;

begin
  readln(n, k);
  for i := 1 to n do read(x[i]);
  Sort(1, n);
  found := 0;
  j := n;
  for i := n downto 1 do
  begin
    while (j > 1) and (x[j] - x[i] > k) do dec(j);
    if x[j] - x[i] = k then
    begin
      writeln(x[i], ' ', x[j]);
      inc(found);
    end;
  end;
  if found = 0 then writeln('KHONG');
end.
