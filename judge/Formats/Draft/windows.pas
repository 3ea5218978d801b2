{ The little of the unit Windows that checkers call, on a system that has no such unit. Names are those of the Windows API. }
unit Windows;

{$mode objfpc}{$H+}

interface

const
  CP_ACP = 0;
  CP_OEMCP = 1;
  CP_UTF8 = 65001;
  MAX_PATH = 260;
  STD_INPUT_HANDLE = DWord(-10);
  STD_OUTPUT_HANDLE = DWord(-11);
  STD_ERROR_HANDLE = DWord(-12);
  INVALID_HANDLE_VALUE = PtrUInt(-1);

type
  BOOL = LongBool;
  WINBOOL = LongBool;
  DWORD = LongWord;
  UINT = LongWord;
  HANDLE = PtrUInt;
  THandle = PtrUInt;
  LARGE_INTEGER = Int64;
  TLargeInteger = Int64;
  LPSTR = PAnsiChar;
  LPCSTR = PAnsiChar;
  LPWSTR = PWideChar;
  LPCWSTR = PWideChar;

function SetConsoleOutputCP(page: UINT): BOOL;
function SetConsoleCP(page: UINT): BOOL;
function GetConsoleOutputCP: UINT;
function GetConsoleCP: UINT;
function GetACP: UINT;
function GetStdHandle(which: DWORD): HANDLE;
function SetConsoleTextAttribute(console: HANDLE; attributes: Word): BOOL;
function SetConsoleTitle(title: PAnsiChar): BOOL;
function AllocConsole: BOOL;
function FreeConsole: BOOL;
function GetTickCount: DWORD;
function GetTickCount64: QWord;
function QueryPerformanceCounter(var count: Int64): BOOL;
function QueryPerformanceFrequency(var each: Int64): BOOL;
procedure Sleep(milliseconds: DWORD);
procedure ExitProcess(code: UINT);
procedure OutputDebugString(text: PAnsiChar);
function GetLastError: DWORD;
function SetCurrentDirectory(path: PAnsiChar): BOOL;
function SetCurrentDirectoryA(path: PAnsiChar): BOOL;
function SetCurrentDirectoryW(path: PWideChar): BOOL;
function DeleteFile(path: PAnsiChar): BOOL;
function DeleteFileW(path: PWideChar): BOOL;
function CopyFile(source, target: PAnsiChar; failsIfThere: BOOL): BOOL;
function CopyFileW(source, target: PWideChar; failsIfThere: BOOL): BOOL;

implementation

uses SysUtils;

function SetConsoleOutputCP(page: UINT): BOOL;
begin
  SetConsoleOutputCP := true
end;

function SetConsoleCP(page: UINT): BOOL;
begin
  SetConsoleCP := true
end;

function GetConsoleOutputCP: UINT;
begin
  GetConsoleOutputCP := CP_UTF8
end;

function GetConsoleCP: UINT;
begin
  GetConsoleCP := CP_UTF8
end;

function GetACP: UINT;
begin
  GetACP := CP_UTF8
end;

function GetStdHandle(which: DWORD): HANDLE;
begin
  GetStdHandle := which
end;

function SetConsoleTextAttribute(console: HANDLE; attributes: Word): BOOL;
begin
  SetConsoleTextAttribute := true
end;

function SetConsoleTitle(title: PAnsiChar): BOOL;
begin
  SetConsoleTitle := true
end;

function AllocConsole: BOOL;
begin
  AllocConsole := true
end;

function FreeConsole: BOOL;
begin
  FreeConsole := true
end;

function GetTickCount64: QWord;
begin
  GetTickCount64 := SysUtils.GetTickCount64
end;

function GetTickCount: DWORD;
begin
  GetTickCount := DWORD(SysUtils.GetTickCount64 and $FFFFFFFF)
end;

function QueryPerformanceCounter(var count: Int64): BOOL;
begin
  count := SysUtils.GetTickCount64;
  QueryPerformanceCounter := true
end;

function QueryPerformanceFrequency(var each: Int64): BOOL;
begin
  each := 1000;
  QueryPerformanceFrequency := true
end;

procedure Sleep(milliseconds: DWORD);
begin
  SysUtils.Sleep(milliseconds)
end;

procedure ExitProcess(code: UINT);
begin
  Halt(code)
end;

procedure OutputDebugString(text: PAnsiChar);
begin
end;

function GetLastError: DWORD;
begin
  GetLastError := 0
end;

function SetCurrentDirectory(path: PAnsiChar): BOOL;
begin
  SetCurrentDirectory := SetCurrentDir(path)
end;

function SetCurrentDirectoryA(path: PAnsiChar): BOOL;
begin
  SetCurrentDirectoryA := SetCurrentDir(path)
end;

function SetCurrentDirectoryW(path: PWideChar): BOOL;
begin
  SetCurrentDirectoryW := SetCurrentDir(UTF8Encode(WideString(path)))
end;

function DeleteFile(path: PAnsiChar): BOOL;
begin
  DeleteFile := SysUtils.DeleteFile(path)
end;

function DeleteFileW(path: PWideChar): BOOL;
begin
  DeleteFileW := SysUtils.DeleteFile(UTF8Encode(WideString(path)))
end;

function Copied(const source, target: string; failsIfThere: boolean): boolean;
var
  input, output: file;
  piece: array[1..65536] of byte;
  got: LongInt;
begin
  Copied := false;
  if failsIfThere and FileExists(target) then exit;
  {$I-}
  FileMode := 0;
  Assign(input, source);
  Reset(input, 1);
  FileMode := 2;
  if IOResult <> 0 then exit;
  Assign(output, target);
  Rewrite(output, 1);
  if IOResult = 0 then
  begin
    repeat
      BlockRead(input, piece, SizeOf(piece), got);
      BlockWrite(output, piece, got)
    until got = 0;
    Close(output);
    Copied := IOResult = 0
  end;
  Close(input);
  {$I+}
end;

function CopyFile(source, target: PAnsiChar; failsIfThere: BOOL): BOOL;
begin
  CopyFile := Copied(source, target, failsIfThere)
end;

function CopyFileW(source, target: PWideChar; failsIfThere: BOOL): BOOL;
begin
  CopyFileW := Copied(UTF8Encode(WideString(source)), UTF8Encode(WideString(target)), failsIfThere)
end;

end.
