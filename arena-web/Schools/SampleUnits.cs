using System.Text;

namespace ArenaWeb.Schools;

/// <summary>A list to start from, as a spreadsheet in Vietnam opens it: UTF-8 with a byte order mark, semicolons.</summary>
internal static class SampleUnits
{
    private const string Text = """
        Loại;Tên;Tên ngắn;Thuộc;Thuộc từ ngày;Cấp học;Từ ngày;Đến hết ngày;Tên khác;Đơn vị kế tục
        Phường;Phường Bàn Cờ;phường Bàn Cờ;cụm 5;01/09/2025;;01/07/2025;;;
        Trường;Trường THCS Bàn Cờ;THCS Bàn Cờ;Quận 3;;THCS;;;Bàn Cờ;
        Trường;Trường THCS Bàn Cờ;;Phường Bàn Cờ;01/07/2025;THCS;;;;

        """;

    public static byte[] Bytes { get; } = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))];
}
