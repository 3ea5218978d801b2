{ lets the clock run, one second at a time }
program MayIn;
var
  f: text;
  a, b, c, busy, run: array[1..10000] of longint;
  n, i: longint;
  k, time, sheets: int64;
begin
  assign(f, 'MAYIN.INP');
  reset(f);
  readln(f, n, k);
  for i := 1 to n do
  begin
    readln(f, a[i], b[i], c[i]);
    busy[i] := a[i];
    run[i] := 0;
  end;
  close(f);

  time := 0;
  sheets := 0;
  while sheets < k do
  begin
    inc(time);
    for i := 1 to n do
    begin
      dec(busy[i]);
      if busy[i] = 0 then
      begin
        inc(sheets);
        inc(run[i]);
        busy[i] := a[i];
        if run[i] = b[i] then
        begin
          run[i] := 0;
          busy[i] := a[i] + c[i];
        end;
      end;
    end;
  end;

  assign(f, 'MAYIN.OUT');
  rewrite(f);
  writeln(f, time);
  close(f);
end.
