{ times are kept in 32 bits }
program TrieuCuong;
const
  Far = maxlongint;
var
  first: array[1..5000] of longint;
  next, target, seconds, water: array[1..20000] of longint;
  arrival: array[1..5000] of longint;
  heap, place: array[1..5000] of longint;
  n, m, i, u, v, t, h, size, low, high, middle: longint;
  limit: int64;

procedure AddStreet(number, u, v, t, h: longint);
begin
  target[number] := v;
  seconds[number] := t;
  water[number] := h;
  next[number] := first[u];
  first[u] := number;
end;

procedure Rise(i: longint);
var
  u: longint;
begin
  u := heap[i];
  while (i > 1) and (arrival[heap[i div 2]] > arrival[u]) do
  begin
    heap[i] := heap[i div 2];
    place[heap[i]] := i;
    i := i div 2;
  end;
  heap[i] := u;
  place[u] := i;
end;

function TakeNearest: longint;
var
  i, child, u: longint;
begin
  TakeNearest := heap[1];
  u := heap[size];
  dec(size);
  i := 1;
  while 2 * i <= size do
  begin
    child := 2 * i;
    if (child < size) and (arrival[heap[child + 1]] < arrival[heap[child]]) then
      inc(child);
    if arrival[heap[child]] >= arrival[u] then
      break;
    heap[i] := heap[child];
    place[heap[i]] := i;
    i := child;
  end;
  heap[i] := u;
  place[u] := i;
end;

function InTime(depth: longint): boolean;
var
  i, u, v, later: longint;
begin
  for i := 1 to n do
  begin
    arrival[i] := Far;
    place[i] := 0;
  end;
  arrival[1] := 0;
  size := 1;
  heap[1] := 1;
  place[1] := 1;
  while size > 0 do
  begin
    u := TakeNearest;
    i := first[u];
    while i > 0 do
    begin
      v := target[i];
      later := arrival[u] + seconds[i];
      if (water[i] <= depth) and ((place[v] = 0) or ((place[v] <= size) and (heap[place[v]] = v) and (later < arrival[v]))) then
      begin
        arrival[v] := later;
        if place[v] = 0 then
        begin
          inc(size);
          heap[size] := v;
          place[v] := size;
        end;
        Rise(place[v]);
      end;
      i := next[i];
    end;
  end;
  InTime := arrival[n] <= limit;
end;

begin
  readln(n, m, limit);
  for i := 1 to n do
    first[i] := 0;
  for i := 1 to m do
  begin
    readln(u, v, t, h);
    AddStreet(2 * i - 1, u, v, t, h);
    AddStreet(2 * i, v, u, t, h);
  end;
  low := 0;
  high := 1001;
  while low < high do
  begin
    middle := (low + high) div 2;
    if InTime(middle) then
      high := middle
    else
      low := middle + 1;
  end;
  if low > 1000 then
    writeln(-1)
  else
    writeln(low);
end.
