{$MODE DELPHI}
{$APPTYPE CONSOLE}
uses SysUtils;
var n: Integer;
begin
  try
    Readln(n);
    Writeln(n);
  except
    on E: Exception do Writeln(E.ClassName, ': ', E.Message);
  end;
end.
