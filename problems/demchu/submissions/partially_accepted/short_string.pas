program DemChu;
var
  count: array['a'..'z'] of longint;
  s: string[255];
  c, best: char;
  i: longint;
begin
  readln(s);
  s := lowercase(s);
  for c := 'a' to 'z' do count[c] := 0;
  for i := 1 to length(s) do
    if s[i] <> ' ' then inc(count[s[i]]);
  best := 'a';
  for c := 'b' to 'z' do if count[c] > count[best] then best := c;
  writeln(best, ' ', count[best]);
end.
