using System.Globalization;
using System.Text;
using QRCoder;

namespace ArenaWeb.Layout;

/// <summary>
/// A text as a QR code (ISO/IEC 18004, correction level M) in SVG. One path of runs is short, and a page holds a thousand codes.
/// </summary>
internal static class QrPicture
{
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        foreach (var (y, row) in rows.Index())
        {
            var x = 0;
            while (x < row.Length)
            {
                var from = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }

                x++;
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg viewBox="0 0 {rows.Count} {rows.Count}" aria-hidden="true" focusable="false"><path d="{path}"/></svg>"""
        );
    }
}
