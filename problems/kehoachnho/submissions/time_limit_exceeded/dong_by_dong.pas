{ counts the money one dong at a time }
program KeHoachNho;
var
  a, b, p, i, j: longint;
  money: int64;
begin
  readln(a, b, p);
  money := 0;
  for i := 1 to a + b do
    for j := 1 to p do
      money := money + 1 + (i xor i) * j;
  writeln(money);
end.
