{ a table for every item that may get the voucher, every item and every sum of money }
program HoiChoXuan;
var
  f: array of array of array of int64;
  n, money, chosen, i, j, cost: longint;
  price, joy: array[1..200] of longint;
  best: int64;
begin
  readln(n, money);
  setlength(f, n + 1, n + 1, money + 1);
  for i := 1 to n do
    readln(price[i], joy[i]);
  best := 0;
  for chosen := 0 to n do
  begin
    for i := 1 to n do
    begin
      cost := price[i];
      if i = chosen then
        cost := (cost + 1) div 2;
      for j := 0 to money do
      begin
        f[chosen][i][j] := f[chosen][i - 1][j];
        if (j >= cost) and (f[chosen][i - 1][j - cost] + joy[i] > f[chosen][i][j]) then
          f[chosen][i][j] := f[chosen][i - 1][j - cost] + joy[i];
      end;
    end;
    if f[chosen][n][money] > best then
      best := f[chosen][n][money];
  end;
  writeln(best);
end.
