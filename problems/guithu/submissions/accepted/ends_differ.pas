program GuiThu;
var
  turn, n, i: longint;
  s, t: string;
begin
  readln(turn);
  if turn = 1 then
  begin
    readln(n);
    s := 'B';
    for i := 1 to 30 do
    begin
      if odd(n) then s := 'B' + s else s := 'A' + s;
      n := n div 2;
    end;
    writeln('A' + s);
  end
  else
  begin
    readln(s);
    t := '';
    if s[1] = 'B' then
      for i := 1 to length(s) do t := s[i] + t
    else t := s;
    n := 0;
    for i := 2 to length(t) - 1 do n := n * 2 + ord(t[i] = 'B');
    writeln(n);
  end;
end.
