{ tries every choice of items: 3 to the power n }
program HoiChoXuan;
var
  price: array[1..200] of longint;
  joy: array[1..200] of int64;
  n, money, i: longint;
  best: int64;

procedure Choose(i, left: longint; total: int64; voucher: boolean);
begin
  if i > n then
  begin
    if total > best then
      best := total;
    exit;
  end;
  if price[i] <= left then
    Choose(i + 1, left - price[i], total + joy[i], voucher);
  if voucher and ((price[i] + 1) div 2 <= left) then
    Choose(i + 1, left - (price[i] + 1) div 2, total + joy[i], false);
  Choose(i + 1, left, total, voucher);
end;

begin
  readln(n, money);
  for i := 1 to n do
    readln(price[i], joy[i]);
  best := 0;
  Choose(1, money, 0, true);
  writeln(best);
end.
