uses crt;
var n: integer;
begin
  clrscr;
  textcolor(yellow); gotoxy(1, 1);
  readln(n);
  writeln(n);
  delay(1);
  repeat until keypressed;
  readkey;
  readln
end.
