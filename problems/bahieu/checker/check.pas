{ Reads the folder of the test and the folder of the work, a line each; the last line written is the share of the mark. }
program Check;
{$mode objfpc}
var
  test, work: ansistring;
  n, a, b, c: int64;
  f: text;
  words: longint;

procedure Say(const text, share: ansistring);
begin
  writeln(text);
  writeln(share);
  halt(0);
end;

function ReadNumber(out value: int64): boolean;
begin
  {$I-} read(f, value); {$I+}
  Result := IOResult = 0;
end;

begin
  readln(test);
  readln(work);
  assign(f, test + 'BAHIEU.INP'); reset(f); read(f, n); close(f);
  assign(f, work + 'BAHIEU.OUT'); reset(f);
  words := 0;
  if ReadNumber(a) then inc(words);
  if (words = 1) and ReadNumber(b) then inc(words);
  if (words = 2) and ReadNumber(c) then inc(words);
  if words < 3 then Say('Không đọc được ba số', '0');
  if not SeekEof(f) then Say('Thừa dữ liệu', '0');
  close(f);
  if (a < 1) or (b < 1) or (c < 1) then Say('Có số không dương', '0');
  if (a > n) or (b > n) or (c > n) or (a + b + c <> n) then Say('Tổng không đúng', '0');
  if (a = b) or (b = c) or (a = c) then Say('Có hai số bằng nhau', '0.5');
  Say('Đúng', '1');
end.
