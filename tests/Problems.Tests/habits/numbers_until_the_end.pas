var n, s: int64; f: text;
begin
  assign(f, 'BAI1.INP'); {$I-} reset(f); {$I+}
  if ioresult <> 0 then halt(1);
  while not seekeof(f) do begin read(f, n); s := s + n end;
  close(f);
  assign(f, 'BAI1.OUT'); rewrite(f); writeln(f, s); close(f);
end.
