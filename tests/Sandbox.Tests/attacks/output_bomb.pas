// Writes without end.
// expect: OutputLimit
var line: string;
begin
  line := StringOfChar('x', 200);
  while true do writeln(line);
end.
