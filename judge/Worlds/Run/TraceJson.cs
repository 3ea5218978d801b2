using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>The one form in which traces are written; equal traces are equal texts.</summary>
public static class TraceJson
{
    public static string Write(Trace trace)
    {
        var (end, text) = (trace.End, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"{{\"v\":{Trace.Version},\"w\":{trace.World},\"ticks\":{trace.Ticks},");
        text.Append(CultureInfo.InvariantCulture, $"\"end\":{{\"code\":\"{end.Code.Key()}\",\"robot\":{end.Robot},\"t\":{end.Tick},");
        text.Append(CultureInfo.InvariantCulture, $"\"cell\":[{end.Cell.X},{end.Cell.Y}],\"b\":{end.Block},\"n\":{end.Number}}},\"h\":[");
        text.AppendJoin(',', trace.Hashes.Select(hash => $"\"{Trace.Written(hash)}\""));
        return text.Append("],\"s\":\"").Append(Base64Url.EncodeToString(trace.Steps.Span)).Append("\"}").ToString();
    }
}
