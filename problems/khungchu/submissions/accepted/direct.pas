program KhungChu;
var
  s, line: string;
begin
  readln(s);
  line := stringofchar('*', length(s) + 4);
  writeln(line);
  writeln('* ', s, ' *');
  writeln(line);
end.
