program NhietDo;
var
  n, i: longint;
  t, sum, least, most: double;
begin
  readln(n);
  sum := 0;
  least := 1000;
  most := -1000;
  for i := 1 to n do
  begin
    read(t);
    sum := sum + t;
    if t < least then least := t;
    if t > most then most := t;
  end;
  writeln(sum / n:0:2, ' ', most - least:0:2);
end.
