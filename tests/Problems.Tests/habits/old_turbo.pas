Program Old;
Uses Dos, Printer, Objects, Strings;
Type Ref = ^Node; Node = Record v: Integer; next: Ref End;
Var p: Ref; h, m, s, c: Word; a: Array [1..10] Of Integer;
Begin
  New(p);
  GetTime(h, m, s, c); Randomize;
  FillChar(a, SizeOf(a), 0);
  While Not Eof Do Begin ReadLn(p^.v); a[1] := a[1] + p^.v End;
  WriteLn(a[1]:1);
  Dispose(p);
  Exit
End.
