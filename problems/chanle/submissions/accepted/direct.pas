program ChanLe;
var
  a: array[1..100000] of longint;
  n, i: longint;
begin
  readln(n);
  for i := 1 to n do read(a[i]);
  for i := 1 to n do if not odd(a[i]) then writeln(a[i]);
  for i := 1 to n do if odd(a[i]) then writeln(a[i]);
  writeln('het');
end.
