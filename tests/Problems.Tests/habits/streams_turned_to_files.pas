uses math, sysutils;
var n: int64;
begin
  assign(input, 'bai1.inp'); reset(input);
  assign(output, 'bai1.out'); rewrite(output);
  read(n); write(max(n, 0));
  close(input); close(output);
  halt(0);
end.
