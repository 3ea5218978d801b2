program BaHieu;
var
  n: int64;
begin
  assign(input, 'BAHIEU.INP'); reset(input);
  assign(output, 'BAHIEU.OUT'); rewrite(output);
  readln(n);
  writeln(1, ' ', 2, ' ', n - 3);
  close(output);
end.
