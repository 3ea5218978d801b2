program Hello;
uses SysUtils, Math, fgl;
type TNumbers = specialize TFPGList<Int64>;
var numbers: TNumbers; n: Int64;
begin
  numbers := TNumbers.Create;
  while not SeekEof do begin Read(n); numbers.Add(n) end;
  n := 0;
  while numbers.Count > 0 do begin n := n + Max(numbers.Last, 0); numbers.Delete(numbers.Count - 1) end;
  WriteLn('Xin chào, ', IntToStr(n));
end.
