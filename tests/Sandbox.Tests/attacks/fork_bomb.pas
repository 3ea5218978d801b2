// Forks without end.
// expect: CpuLimit
// processes: 32
uses BaseUnix;
begin
  while true do fpFork;
end.
