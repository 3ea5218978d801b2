{ walks along every route that visits no crossing twice }
program TrieuCuong;
var
  first: array[1..5000] of longint;
  next, target, seconds, water: array[1..20000] of longint;
  visited: array[1..5000] of boolean;
  n, m, i, u, v, t, h, best: longint;
  limit: int64;

procedure AddStreet(number, u, v, t, h: longint);
begin
  target[number] := v;
  seconds[number] := t;
  water[number] := h;
  next[number] := first[u];
  first[u] := number;
end;

procedure Walk(u: longint; now: int64; depth: longint);
var
  i, deeper: longint;
begin
  if (now > limit) or (depth >= best) then
    exit;
  if u = n then
  begin
    best := depth;
    exit;
  end;
  visited[u] := true;
  i := first[u];
  while i > 0 do
  begin
    if not visited[target[i]] then
    begin
      deeper := depth;
      if water[i] > deeper then
        deeper := water[i];
      Walk(target[i], now + seconds[i], deeper);
    end;
    i := next[i];
  end;
  visited[u] := false;
end;

begin
  readln(n, m, limit);
  for i := 1 to n do
  begin
    first[i] := 0;
    visited[i] := false;
  end;
  for i := 1 to m do
  begin
    readln(u, v, t, h);
    AddStreet(2 * i - 1, u, v, t, h);
    AddStreet(2 * i, v, u, t, h);
  end;
  best := maxlongint;
  Walk(1, 0, 0);
  if best = maxlongint then
    writeln(-1)
  else
    writeln(best);
end.
