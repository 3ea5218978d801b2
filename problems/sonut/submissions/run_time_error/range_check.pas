{$R+} { a number over 2^31 - 1 does not fit a longint: run-time error 201 }
program SoNut;
var
  low, high, k: longint;

function Points(x: longint): longint;
var
  sum: longint;
begin
  sum := 0;
  while x > 0 do
  begin
    sum := sum + x mod 10;
    x := x div 10;
  end;
  Points := sum mod 10;
end;

function Count(n: longint): longint;
var
  found, x: longint;
begin
  found := (n + 1) div 10;
  for x := found * 10 to n do
    if Points(x) = k then
      found := found + 1;
  Count := found;
end;

begin
  readln(low, high, k);
  writeln(Count(high) - Count(low - 1));
end.
