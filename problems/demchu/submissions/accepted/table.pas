program DemChu;
var
  count: array['a'..'z'] of longint;
  c, best: char;
begin
  for c := 'a' to 'z' do count[c] := 0;
  while not eoln do
  begin
    read(c);
    c := lowercase(c);
    if (c >= 'a') and (c <= 'z') then inc(count[c]);
  end;
  best := 'a';
  for c := 'b' to 'z' do if count[c] > count[best] then best := c;
  writeln(best, ' ', count[best]);
end.
