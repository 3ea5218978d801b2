{ the sum is kept in 32 bits }
program ChiaKeo;
var
  f: text;
  a: array[1..50000] of longint;
  n, m, i, gap, start: longint;
  total: longint;

procedure Sort(left, right: longint);
var
  i, j, pivot, t: longint;
begin
  i := left;
  j := right;
  pivot := a[(left + right) div 2];
  repeat
    while a[i] < pivot do inc(i);
    while a[j] > pivot do dec(j);
    if i <= j then
    begin
      t := a[i];
      a[i] := a[j];
      a[j] := t;
      inc(i);
      dec(j);
    end;
  until i > j;
  if left < j then Sort(left, j);
  if i < right then Sort(i, right);
end;

begin
  assign(f, 'CHIAKEO.INP');
  reset(f);
  readln(f, n, m);
  for i := 1 to n do
    read(f, a[i]);
  close(f);

  Sort(1, n);
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
