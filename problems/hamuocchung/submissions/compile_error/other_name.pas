unit giai;

interface

function gcd(a, b: int64): int64;

implementation

function gcd(a, b: int64): int64;
begin
  if b = 0 then gcd := a else gcd := gcd(b, a mod b);
end;

end.
