{ one number in ten, whatever the ends of the range are }
program SoNut;
var
  low, high: int64;
begin
  readln(low, high);
  writeln((high - low + 1) div 10);
end.
