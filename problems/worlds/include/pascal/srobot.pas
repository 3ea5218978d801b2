{ Drives the robot of a level from Pascal. Each call is a line to the judge on standard output, which answers with a line.
  README.md beside the levels has the lines. What the program itself writes goes to standard error. }
unit SRobot;

interface

const
  TRUOC = 0; PHAI = 1; SAU = 2; TRAI = 3;
  AHEAD = 0; RIGHT = 1; BEHIND = 2; LEFT = 3;
  KHONG_MAU = 0; DO_ = 1; CAM = 2; VANG = 3; XANH_LA = 4; XANH_DUONG = 5; TIM = 6; HONG = 7;
  NO_COLOUR = 0; RED = 1; ORANGE = 2; YELLOW = 3; GREEN = 4; BLUE = 5; PURPLE = 6; PINK = 7;

procedure TienLen;
procedure QuayTrai;
procedure QuayPhai;
procedure QuayDau;
procedure Nhat;
procedure Tha;
procedure Son(mau: LongInt);
procedure Cho(nhip: LongInt);
procedure Bao(so: LongInt);
procedure Dung;
function DenDich: Boolean;
function CoDo: Boolean;
function NhaCan: Boolean;
function OMau(mau: LongInt): Boolean;
function PhiaTruocTrong: Boolean;
function BenTraiTrong: Boolean;
function BenPhaiTrong: Boolean;
function PhiaSauTrong: Boolean;
function VachTruoc: Boolean;
function VachTrai: Boolean;
function VachPhai: Boolean;
function VachSau: Boolean;
function RobotTruoc: Boolean;
function RobotTrai: Boolean;
function RobotPhai: Boolean;
function RobotSau: Boolean;
function SoDo: LongInt;
function TrongTui: LongInt;
function PinCon: LongInt;
function KhoangCach(phia: LongInt): LongInt;
function SoRobot: LongInt;

procedure Forward;
procedure TurnLeft;
procedure TurnRight;
procedure TurnAround;
procedure Pick;
procedure Drop;
procedure Paint(colour: LongInt);
procedure Wait(beats: LongInt);
procedure Say(number: LongInt);
procedure Stop;
function AtGoal: Boolean;
function ThingHere: Boolean;
function HouseNeeds: Boolean;
function ColourIs(colour: LongInt): Boolean;
function FreeAhead: Boolean;
function FreeLeft: Boolean;
function FreeRight: Boolean;
function FreeBehind: Boolean;
function LineAhead: Boolean;
function LineLeft: Boolean;
function LineRight: Boolean;
function LineBehind: Boolean;
function RobotAhead: Boolean;
function RobotLeft: Boolean;
function RobotRight: Boolean;
function RobotBehind: Boolean;
function ThingsHere: LongInt;
function InBag: LongInt;
function PowerLeft: LongInt;
function Distance(side: LongInt): LongInt;
function RobotNumber: LongInt;

implementation

const
  { Exit code of a program whose robot has failed. }
  Failed = 77;

var
  Line: Text;

function Ask(const request: ShortString): LongInt;
var
  answer: ShortString;
  number: LongInt;
  wrong: Word;
begin
  { Its line in the source is not known here. }
  WriteLn(Line, '0 ', request);
  Flush(Line);
  ReadLn(answer);
  Val(answer, number, wrong);
  if wrong <> 0 then
    Halt(Failed);
  Ask := number;
end;

function AskAbout(const request: ShortString; number: LongInt): LongInt;
var
  text: ShortString;
begin
  Str(number, text);
  AskAbout := Ask(request + ' ' + text);
end;

procedure TienLen; begin Ask('forward') end;
procedure QuayTrai; begin Ask('left') end;
procedure QuayPhai; begin Ask('right') end;
procedure QuayDau; begin Ask('around') end;
procedure Nhat; begin Ask('pick') end;
procedure Tha; begin Ask('drop') end;
procedure Son(mau: LongInt); begin AskAbout('paint', mau) end;
procedure Bao(so: LongInt); begin AskAbout('say', so) end;
procedure Dung; begin Halt(0) end;

procedure Cho(nhip: LongInt);
var
  i: LongInt;
begin
  for i := 1 to nhip do
    Ask('wait');
end;

function DenDich: Boolean; begin DenDich := Ask('?goal') = 1 end;
function CoDo: Boolean; begin CoDo := Ask('?thing') = 1 end;
function NhaCan: Boolean; begin NhaCan := Ask('?house') = 1 end;
function OMau(mau: LongInt): Boolean; begin OMau := AskAbout('?colour', mau) = 1 end;
function PhiaTruocTrong: Boolean; begin PhiaTruocTrong := AskAbout('?free', TRUOC) = 1 end;
function BenTraiTrong: Boolean; begin BenTraiTrong := AskAbout('?free', TRAI) = 1 end;
function BenPhaiTrong: Boolean; begin BenPhaiTrong := AskAbout('?free', PHAI) = 1 end;
function PhiaSauTrong: Boolean; begin PhiaSauTrong := AskAbout('?free', SAU) = 1 end;
function VachTruoc: Boolean; begin VachTruoc := AskAbout('?line', TRUOC) = 1 end;
function VachTrai: Boolean; begin VachTrai := AskAbout('?line', TRAI) = 1 end;
function VachPhai: Boolean; begin VachPhai := AskAbout('?line', PHAI) = 1 end;
function VachSau: Boolean; begin VachSau := AskAbout('?line', SAU) = 1 end;
function RobotTruoc: Boolean; begin RobotTruoc := AskAbout('?robot', TRUOC) = 1 end;
function RobotTrai: Boolean; begin RobotTrai := AskAbout('?robot', TRAI) = 1 end;
function RobotPhai: Boolean; begin RobotPhai := AskAbout('?robot', PHAI) = 1 end;
function RobotSau: Boolean; begin RobotSau := AskAbout('?robot', SAU) = 1 end;
function SoDo: LongInt; begin SoDo := Ask('?pile') end;
function TrongTui: LongInt; begin TrongTui := Ask('?bag') end;
function PinCon: LongInt; begin PinCon := Ask('?power') end;
function KhoangCach(phia: LongInt): LongInt; begin KhoangCach := AskAbout('?distance', phia) end;
function SoRobot: LongInt; begin SoRobot := Ask('?number') end;

procedure Forward; begin TienLen end;
procedure TurnLeft; begin QuayTrai end;
procedure TurnRight; begin QuayPhai end;
procedure TurnAround; begin QuayDau end;
procedure Pick; begin Nhat end;
procedure Drop; begin Tha end;
procedure Paint(colour: LongInt); begin Son(colour) end;
procedure Wait(beats: LongInt); begin Cho(beats) end;
procedure Say(number: LongInt); begin Bao(number) end;
procedure Stop; begin Dung end;
function AtGoal: Boolean; begin AtGoal := DenDich end;
function ThingHere: Boolean; begin ThingHere := CoDo end;
function HouseNeeds: Boolean; begin HouseNeeds := NhaCan end;
function ColourIs(colour: LongInt): Boolean; begin ColourIs := OMau(colour) end;
function FreeAhead: Boolean; begin FreeAhead := PhiaTruocTrong end;
function FreeLeft: Boolean; begin FreeLeft := BenTraiTrong end;
function FreeRight: Boolean; begin FreeRight := BenPhaiTrong end;
function FreeBehind: Boolean; begin FreeBehind := PhiaSauTrong end;
function LineAhead: Boolean; begin LineAhead := VachTruoc end;
function LineLeft: Boolean; begin LineLeft := VachTrai end;
function LineRight: Boolean; begin LineRight := VachPhai end;
function LineBehind: Boolean; begin LineBehind := VachSau end;
function RobotAhead: Boolean; begin RobotAhead := RobotTruoc end;
function RobotLeft: Boolean; begin RobotLeft := RobotTrai end;
function RobotRight: Boolean; begin RobotRight := RobotPhai end;
function RobotBehind: Boolean; begin RobotBehind := RobotSau end;
function ThingsHere: LongInt; begin ThingsHere := SoDo end;
function InBag: LongInt; begin InBag := TrongTui end;
function PowerLeft: LongInt; begin PowerLeft := PinCon end;
function Distance(side: LongInt): LongInt; begin Distance := KhoangCach(side) end;
function RobotNumber: LongInt; begin RobotNumber := SoRobot end;

initialization
  Assign(Line, '');
  Rewrite(Line);
  TextRec(Output).Handle := StdErrorHandle;
end.
