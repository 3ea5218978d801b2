{ a search from every cell of the map }
program HoiTrai;
const
  Side = 300;
  StepR: array[1..4] of longint = (-1, 0, 0, 1);
  StepC: array[1..4] of longint = (0, -1, 1, 0);
var
  yard: array[1..Side] of ansistring;
  far: array[1..Side, 1..Side] of longint;
  queueR, queueC: array[1..Side * Side] of longint;
  rows, columns, r, c, i, j, time, best, cells: longint;

procedure Search(startR, startC: longint);
var
  head, tail, way, r, c: longint;
begin
  queueR[1] := startR;
  queueC[1] := startC;
  far[startR, startC] := 0;
  head := 1;
  tail := 1;
  while head <= tail do
  begin
    for way := 1 to 4 do
    begin
      r := queueR[head] + StepR[way];
      c := queueC[head] + StepC[way];
      if (r >= 1) and (r <= rows) and (c >= 1) and (c <= columns) then
        if (yard[r][c] <> '#') and (far[r, c] < 0) then
        begin
          far[r, c] := far[queueR[head], queueC[head]] + 1;
          inc(tail);
          queueR[tail] := r;
          queueC[tail] := c;
        end;
    end;
    inc(head);
  end;
end;

begin
  readln(rows, columns);
  for r := 1 to rows do
    readln(yard[r]);
  best := maxlongint;
  cells := 0;
  for r := 1 to rows do
    for c := 1 to columns do
      if yard[r][c] <> '#' then
      begin
        fillchar(far, sizeof(far), $FF);
        Search(r, c);
        time := 0;
        for i := 1 to rows do
          for j := 1 to columns do
            if yard[i][j] in ['A'..'C'] then
              if far[i, j] < 0 then
                time := maxlongint
              else if far[i, j] > time then
                time := far[i, j];
        if time < best then
        begin
          best := time;
          cells := 1;
        end
        else if (time = best) and (time < maxlongint) then
          inc(cells);
      end;
  if best = maxlongint then
    writeln(-1)
  else
    writeln(best, ' ', cells);
end.
