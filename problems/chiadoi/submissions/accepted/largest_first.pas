program ChiaDoi;
var
  w, place, cart: array[1..2000] of longint;
  n, i, j, t: longint;
  left, right: int64;
begin
  readln(n);
  for i := 1 to n do begin read(w[i]); place[i] := i; end;
  for i := 1 to n - 1 do
    for j := i + 1 to n do
      if w[place[j]] > w[place[i]] then
      begin
        t := place[i]; place[i] := place[j]; place[j] := t;
      end;
  left := 0; right := 0;
  for i := 1 to n do
    if left <= right then
    begin
      left := left + w[place[i]]; cart[place[i]] := 1;
    end
    else
    begin
      right := right + w[place[i]]; cart[place[i]] := 2;
    end;
  for i := 1 to n do write(cart[i], ' ');
  writeln;
end.
