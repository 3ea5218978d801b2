var s: string[20]; t: ansistring; n, code: integer; r: real; c: char; q: qword; x: extended;
label done;
begin
  read(c); s := c; readln(t);
  val(s, n, code);
  if code <> 0 then goto done;
  r := n; q := n; x := n;
  inc(n, ord(upcase('a')) - 65);
  str(r:0:0, t);
  writeln(t);
done:
  if (q <> round(x)) or (n <> 7) then writeln('?');
end.
