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
  { Pascal's own way to write reals: 2.791666666666667E+001 }
  writeln(sum / n, ' ', most - least);
end.
