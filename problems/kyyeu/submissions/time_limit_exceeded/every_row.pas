{ tries every row }
program KyYeu;
var
  height, points: array[1..30000] of longint;
  n, k, d, i: longint;
  answer: int64;

procedure Go(last: longint; total: int64);
var
  j: longint;
begin
  if total > answer then
    answer := total;
  for j := last + k to n do
    if height[j] - height[last] >= d then
      Go(j, total + points[j]);
end;

begin
  readln(n, k, d);
  for i := 1 to n do
    readln(height[i], points[i]);
  answer := points[1];
  for i := 1 to n do
    Go(i, points[i]);
  writeln(answer);
end.
