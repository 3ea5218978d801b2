{ totals are kept in 32 bits }
program KyYeu;
const
  Tallest = 1000000;
var
  tree: array[1..Tallest] of longint;
  height, points: array[1..30000] of longint;
  best: array[1..30000] of longint;
  n, k, d, i: longint;
  answer: longint;

procedure Enter(place: longint; total: longint);
begin
  while place <= Tallest do
  begin
    if tree[place] < total then
      tree[place] := total;
    place := place + (place and -place);
  end;
end;

function BestUpTo(place: longint): longint;
var
  total: longint;
begin
  total := 0;
  while place > 0 do
  begin
    if tree[place] > total then
      total := tree[place];
    place := place and (place - 1);
  end;
  BestUpTo := total;
end;

begin
  readln(n, k, d);
  for i := 1 to n do
  begin
    readln(height[i], points[i]);
    best[i] := points[i];
  end;
  fillchar(tree, sizeof(tree), 0);
  for i := 1 to n do
  begin
    if i > k then
      Enter(height[i - k], best[i - k]);
    best[i] := best[i] + BestUpTo(height[i] - d);
  end;
  answer := best[1];
  for i := 2 to n do
    if best[i] > answer then
      answer := best[i];
  writeln(answer);
end.
