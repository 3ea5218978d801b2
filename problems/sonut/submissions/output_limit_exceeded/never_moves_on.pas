{ prints the numbers to look at them, and forgets to go to the next one }
program SoNut;
var
  low, high, x: int64;
begin
  readln(low, high);
  x := low;
  while x <= high do
    writeln(x);
end.
