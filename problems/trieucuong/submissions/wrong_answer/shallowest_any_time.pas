{ joins streets from the shallowest on until home and school are connected, and never looks at the clock }
program TrieuCuong;
var
  u, v, h, t: array[1..10000] of longint;
  parent: array[1..5000] of longint;
  n, m, i, depth, limit: longint;

function Root(x: longint): longint;
begin
  while parent[x] <> x do
    x := parent[x];
  Root := x;
end;

begin
  readln(n, m, limit);
  for i := 1 to m do
    readln(u[i], v[i], t[i], h[i]);
  for i := 1 to n do
    parent[i] := i;
  for depth := 0 to 1000 do
  begin
    for i := 1 to m do
      if h[i] = depth then
        parent[Root(u[i])] := Root(v[i]);
    if Root(1) = Root(n) then
    begin
      writeln(depth);
      halt;
    end;
  end;
  writeln(-1);
end.
