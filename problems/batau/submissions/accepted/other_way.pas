program BaTau;
var
  a, b, s, y: int64;
begin
  readln(a, b, s);
  y := 0;
  while (y < a) and (y * b <= s) do
  begin
    if (s - y * b) mod a = 0 then
    begin
      writeln((s - y * b) div a, ' ', y);
      halt;
    end;
    inc(y);
  end;
  writeln(-1);
end.
