{ counts how often each number occurs; writes the file names in lower case, as many pupils do }
program ChiaKeo;
const
  Greatest = 1000000;
var
  f: text;
  times: array[1..Greatest] of longint;
  a: array[1..50000] of longint;
  n, m, i, j, x, start: longint;
  total: int64;
begin
  assign(f, 'chiakeo.inp');
  reset(f);
  readln(f, n, m);
  fillchar(times, sizeof(times), 0);
  for i := 1 to n do
  begin
    read(f, x);
    inc(times[x]);
  end;
  close(f);

  i := 0;
  for x := 1 to Greatest do
    for j := 1 to times[x] do
    begin
      inc(i);
      a[i] := x;
    end;
  start := n - m + 1;
  for i := n - m downto 1 do
    if a[i + m - 1] - a[i] < a[start + m - 1] - a[start] then
      start := i;
  total := 0;
  for i := start to start + m - 1 do
    total := total + a[i];

  assign(f, 'chiakeo.out');
  rewrite(f);
  writeln(f, a[start + m - 1] - a[start], ' ', total);
  close(f);
end.
