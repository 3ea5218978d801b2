{ The best joy for each sum of money, without and with the voucher used. }
program HoiChoXuan;
var
  plain, used: array[0..2000] of int64;
  n, money, i, j, price, joy, half: longint;
begin
  readln(n, money);
  for j := 0 to money do
  begin
    plain[j] := 0;
    used[j] := 0;
  end;
  for i := 1 to n do
  begin
    readln(price, joy);
    half := (price + 1) div 2;
    for j := money downto half do
    begin
      if (j >= price) and (used[j - price] + joy > used[j]) then
        used[j] := used[j - price] + joy;
      if plain[j - half] + joy > used[j] then
        used[j] := plain[j - half] + joy;
      if (j >= price) and (plain[j - price] + joy > plain[j]) then
        plain[j] := plain[j - price] + joy;
    end;
  end;
  writeln(used[money]);
end.
