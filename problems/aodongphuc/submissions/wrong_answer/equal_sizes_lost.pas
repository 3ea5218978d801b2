{ every size is thought to have one shirt only }
program AoDongPhuc;
const
  Greatest = 100000;
var
  low, high: array[1..20000] of longint;
  shirts, next: array[1..Greatest + 1] of longint;
  n, m, i, size, dressed: longint;

procedure Sort(left, right: longint);
var
  i, j, pivot, t: longint;
begin
  i := left;
  j := right;
  pivot := high[(left + right) div 2];
  repeat
    while high[i] < pivot do inc(i);
    while high[j] > pivot do dec(j);
    if i <= j then
    begin
      t := high[i]; high[i] := high[j]; high[j] := t;
      t := low[i]; low[i] := low[j]; low[j] := t;
      inc(i);
      dec(j);
    end;
  until i > j;
  if left < j then Sort(left, j);
  if i < right then Sort(i, right);
end;

{ the smallest size from `size` on that still has a shirt }
function Find(size: longint): longint;
var
  root, step: longint;
begin
  root := size;
  while next[root] <> root do
    root := next[root];
  while next[size] <> root do
  begin
    step := next[size];
    next[size] := root;
    size := step;
  end;
  Find := root;
end;

begin
  readln(n, m);
  for i := 1 to n do
    readln(low[i], high[i]);
  fillchar(shirts, sizeof(shirts), 0);
  for i := 1 to m do
  begin
    read(size);
    shirts[size] := 1;
  end;
  next[Greatest + 1] := Greatest + 1;
  for i := Greatest downto 1 do
    if shirts[i] > 0 then
      next[i] := i
    else
      next[i] := next[i + 1];

  Sort(1, n);
  dressed := 0;
  for i := 1 to n do
  begin
    size := Find(low[i]);
    if size <= high[i] then
    begin
      inc(dressed);
      dec(shirts[size]);
      if shirts[size] = 0 then
        next[size] := size + 1;
    end;
  end;
  writeln(dressed);
end.
