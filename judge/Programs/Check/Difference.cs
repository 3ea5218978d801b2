using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Programs.Check;

/// <summary>Says to the staff where an output leaves the answer. It quotes test data: nothing for entrants.</summary>
public static partial class Difference
{
    /// <summary>How much of a word or line is quoted, in bytes.</summary>
    private const int MostQuoted = 40;

    /// <summary>A longer common beginning is left out but for its last bytes.</summary>
    private const int Kept = 8;

    internal static CheckResult Wrong(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, string remark) =>
        CheckResult.Wrong(Tokens.IsBlank(output) && !Tokens.IsBlank(answer) ? Fault.Empty : Fault.Different) with
        {
            ForStaff = remark,
        };

    /// <summary>Such as <c>"12" instead of "13".</c>, from near the first byte that differs, in at most some 350 characters.</summary>
    internal static string Instead(ReadOnlySpan<byte> found, ReadOnlySpan<byte> wanted)
    {
        var common = found.CommonPrefixLength(wanted);
        var from = common > MostQuoted / 2 ? StartOfLetter(found, common - Kept) : 0;
        var text = new StringBuilder();
        Quote(text, found, from);
        text.Append(" instead of ");
        Quote(text, wanted, from);
        return text.Append('.').ToString();
    }

    /// <summary>What a remark made with <see cref="Instead"/> quotes, empty for nothing; null: it is no such remark.</summary>
    /// <returns>Line: its number; empty: the remark names none.</returns>
    public static (string Line, string Found, string Wanted)? Quoted(string remark) =>
        QuotedPattern().Match(remark) is { Success: true, Groups: var groups }
            ? (groups["line"].Value, groups["found"].Value, groups["wanted"].Value)
            : null;

    /// <summary>Back over the later bytes of a UTF-8 sequence, of which there are at most three.</summary>
    private static int StartOfLetter(ReadOnlySpan<byte> text, int at)
    {
        for (var back = 0; back < 3 && (text[at] & 0xC0) == 0x80; back++)
        {
            at--;
        }

        return at;
    }

    private static void Quote(StringBuilder text, ReadOnlySpan<byte> bytes, int from)
    {
        if (bytes.IsEmpty)
        {
            text.Append("nothing");
            return;
        }

        text.Append('"').Append(from > 0 ? "…" : "");
        var rest = bytes[from..];
        while (!rest.IsEmpty && bytes.Length - from - rest.Length < MostQuoted)
        {
            Rune.DecodeFromUtf8(rest, out var rune, out var used);
            Append(text, rune, rest[..used]);
            rest = rest[used..];
        }

        text.Append(rest.IsEmpty ? "" : "…").Append('"');
    }

    /// <summary>Letters, digits and signs as they are; all that cannot be seen, or is no UTF-8, byte by byte.</summary>
    private static void Append(StringBuilder text, Rune rune, ReadOnlySpan<byte> bytes)
    {
        if (rune.Value is '"' or '\\')
        {
            text.Append('\\').Append(rune);
        }
        else if (rune.Value == ' ' || rune != Rune.ReplacementChar && IsSeen(rune))
        {
            text.Append(rune);
        }
        else
        {
            foreach (var b in bytes)
            {
                text.Append(
                    b switch
                    {
                        (byte)'\n' => "\\n",
                        (byte)'\r' => "\\r",
                        (byte)'\t' => "\\t",
                        _ => $"\\x{b:X2}",
                    }
                );
            }
        }
    }

    private static bool IsSeen(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.IsPunctuation(rune)
        || Rune.IsSymbol(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber;

    [GeneratedRegex(
        """
            \A(?=[A-Z])(?:(?:L|From\ l)ine\ (?<line>[0-9]{1,9}))?[A-Za-z0-9,\ ]{0,60}:
            \ ("(?<found>[^\n]*?)"|nothing)\ instead\ of\ ("(?<wanted>[^\n]*?)"|nothing)\.\z
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex QuotedPattern();
}
