program KeHoachNho;
var
  a, b, p: int64;
begin
  readln(a, b, p);
  writeln((a + b) * p);
end.
