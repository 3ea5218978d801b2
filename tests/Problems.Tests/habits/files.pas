program bai1;
const fi = 'BAI1.INP'; fo = 'BAI1.OUT';
var n: longint; f, g: text;
begin
  assign(f, fi); reset(f);
  assign(g, fo); rewrite(g);
  readln(f, n); write(g, n);
  close(f); close(g);
end.
