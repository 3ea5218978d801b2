{ sorts by exchanging neighbours: n * n / 2 steps }
program ChiaKeo;
var
  f: text;
  a: array[1..50000] of longint;
  n, m, i, gap, start: longint;
  total: int64;

procedure Sort;
var
  i, j, t: longint;
begin
  for i := 1 to n - 1 do
    for j := n downto i + 1 do
      if a[j - 1] > a[j] then
      begin
        t := a[j];
        a[j] := a[j - 1];
        a[j - 1] := t;
      end;
end;

begin
  assign(f, 'CHIAKEO.INP');
  reset(f);
  readln(f, n, m);
  for i := 1 to n do
    read(f, a[i]);
  close(f);

  Sort;
  gap := maxlongint;
  start := 1;
  for i := 1 to n - m + 1 do
    if a[i + m - 1] - a[i] <= gap then
    begin
      gap := a[i + m - 1] - a[i];
      start := i;
    end;
  total := 0;
  for i := start to start + m - 1 do
    total := total + a[i];

  assign(f, 'CHIAKEO.OUT');
  rewrite(f);
  writeln(f, gap, ' ', total);
  close(f);
end.
