unit giai;

interface

function ucln(a, b: int64): int64;

implementation

function ucln(a, b: int64): int64;
begin
  while a <> b do
    if a > b then a := a - b else b := b - a;
  ucln := a;
end;

end.
