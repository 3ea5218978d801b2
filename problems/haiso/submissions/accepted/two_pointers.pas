program HaiSo;
var
  a, place: array[1..100000] of longint;
  n, s, i, l, r: longint;

procedure Sort(l, r: longint);
var
  i, j, m, t: longint;
begin
  i := l; j := r; m := a[place[(l + r) div 2]];
  repeat
    while a[place[i]] < m do inc(i);
    while a[place[j]] > m do dec(j);
    if i <= j then
    begin
      t := place[i]; place[i] := place[j]; place[j] := t;
      inc(i); dec(j);
    end;
  until i > j;
  if l < j then Sort(l, j);
  if i < r then Sort(i, r);
end;

begin
  readln(n, s);
  for i := 1 to n do
  begin
    read(a[i]);
    place[i] := i;
  end;
  Sort(1, n);
  l := 1; r := n;
  while (l < r) and (int64(a[place[l]]) + a[place[r]] <> s) do
    if int64(a[place[l]]) + a[place[r]] < s then inc(l) else dec(r);
  if l < r then writeln(place[r], ' ', place[l]) else writeln('0 0');
end.
