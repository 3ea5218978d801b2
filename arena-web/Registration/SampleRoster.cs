using System.Text;

namespace ArenaWeb.Registration;

/// <summary>A list to start from, as a spreadsheet in Vietnam opens it: UTF-8 with a byte order mark, semicolons.</summary>
internal static class SampleRoster
{
    private const string Text = """
        SBD;Họ và tên;Lớp;Trường;Mã PIN;Công bố tên
        TS001;Nguyễn Văn An;9A1;THCS Bàn Cờ;;có
        TS002;Trần Thị Ánh;9A2;THCS Bàn Cờ;;không

        """;

    public static byte[] Bytes { get; } = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))];
}
