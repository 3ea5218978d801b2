uses crt;
var n: integer;
begin
  clrscr;
  assign(input, 'BAI1.INP'); reset(input);
  assign(output, 'BAI1.OUT'); rewrite(output);
  readln(n);
  writeln(n);
  close(output);
end.
