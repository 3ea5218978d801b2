{ integer has 16 bits in this mode: the money must stay under 32768 }
program KeHoachNho;
var
  a, b, money: integer;
  x, y, p: longint;
begin
  readln(x, y, p);
  a := x;
  b := y;
  money := (a + b) * p;
  writeln(money);
end.
