program ChanLe;
var
  a: array[1..100000] of longint;
  n, i: longint;
begin
  readln(n);
  for i := 1 to n do read(a[i]);
  for i := 1 to n do if a[i] mod 2 = 0 then writeln(a[i]);
  for i := 1 to n do if a[i] mod 2 = 1 then writeln(a[i]);
  writeln('HET');
end.
