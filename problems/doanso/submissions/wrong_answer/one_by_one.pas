program DoanSo;
var
  n, guess: longint;
  answer: string;
begin
  readln(n);
  guess := 0;
  repeat
    inc(guess);
    writeln(guess);
    flush(output);
    readln(answer);
  until answer = 'DUNG';
end.
