{ longint has 32 bits: wrong from 2^31 dong on }
program KeHoachNho;
var
  a, b, p, money: longint;
begin
  readln(a, b, p);
  money := (a + b) * p;
  writeln(money);
end.
