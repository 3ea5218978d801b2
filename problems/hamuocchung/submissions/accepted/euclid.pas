unit giai;

interface

function ucln(a, b: int64): int64;

implementation

function ucln(a, b: int64): int64;
begin
  if b = 0 then ucln := a else ucln := ucln(b, a mod b);
end;

end.
