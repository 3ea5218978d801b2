program DoanSo;
var
  low, high, middle: longint;
  answer: string;
begin
  readln(high);
  low := 1;
  repeat
    middle := (low + high) div 2;
    writeln(middle);
    flush(output);
    readln(answer);
    if answer = 'LON' then low := middle + 1
    else high := middle - 1;
  until answer = 'DUNG';
end.
