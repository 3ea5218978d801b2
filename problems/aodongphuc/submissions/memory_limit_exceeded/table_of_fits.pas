{ a table of n * m entries says which shirt fits whom }
program AoDongPhuc;
var
  low, high, shirts: array[1..20000] of longint;
  fits: array of array of boolean;
  n, m, i, j, t, best, dressed: longint;
begin
  readln(n, m);
  setlength(fits, m + 1, n + 1);
  for i := 1 to n do
    readln(low[i], high[i]);
  for j := 1 to m do
    read(shirts[j]);

  for j := 1 to m do
    for i := j + 1 to m do
      if shirts[i] < shirts[j] then
      begin
        t := shirts[i]; shirts[i] := shirts[j]; shirts[j] := t;
      end;
  for j := 1 to m do
    for i := 1 to n do
      fits[j][i] := (low[i] <= shirts[j]) and (shirts[j] <= high[i]);

  dressed := 0;
  for j := 1 to m do
  begin
    best := 0;
    for i := 1 to n do
      if fits[j][i] and ((best = 0) or (high[i] < high[best])) then
        best := i;
    if best > 0 then
    begin
      inc(dressed);
      low[best] := maxlongint;
      for i := j to m do
        fits[i][best] := false;
    end;
  end;
  writeln(dressed);
end.
