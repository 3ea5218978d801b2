program CatDay;
var
  d, counts: array[1..20] of longint;
  last: array[0..10000] of longint;
  length, k, i, reach: longint;
begin
  readln(length, k);
  for i := 1 to k do
  begin
    read(d[i]);
    counts[i] := 0;
  end;
  for reach := 1 to length do
  begin
    last[reach] := 0;
    for i := 1 to k do
      if (d[i] <= reach) and ((reach = d[i]) or (last[reach - d[i]] > 0)) then last[reach] := i;
  end;
  reach := length;
  while (reach > 0) and (last[reach] = 0) do dec(reach);
  while reach > 0 do
  begin
    inc(counts[last[reach]]);
    reach := reach - d[last[reach]];
  end;
  for i := 1 to k do write(counts[i], ' ');
  writeln;
end.
