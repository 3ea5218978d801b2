{$M 65520, 0, 655360}
{$R-,S-,Q-,I+,N+,E-}
{$MODE OBJFPC}{$H+}{$inline on}
uses SysUtils, Classes, Math;
type TRow = array of int64;
var a: TRow; s: string; u: AnsiString; i: integer;
function twice(x: int64): int64; inline; begin Result := 2 * x end;
begin
  SetLength(a, 10);
  ReadLn(s);
  for i := 1 to 1000 do u := u + 'x';
  a[0] := StrToInt(Trim(s));
  WriteLn(twice(a[0]) - a[0] + Length(u) - 1000);
end.
