unit hoa;

interface

function FlowersFor(mark: longint): longint;

implementation

function FlowersFor(mark: longint): longint;
begin
  if mark >= 80 then FlowersFor := 3
  else if mark >= 65 then FlowersFor := 2
  else if mark >= 50 then FlowersFor := 1
  else FlowersFor := 0;
end;

end.
