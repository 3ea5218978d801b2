using System.Globalization;
using System.Text;

namespace Judge.ScriptHost.Api;

/// <summary>
/// An input that must be exactly as described: no blank too many, no zero in front, no missing end of line. What is not so
/// ends the script, and the input is bad. A line may end in LF or CRLF.
/// </summary>
public sealed class StrictText : ScriptText
{
    private readonly Action<string> _reject;

    internal StrictText(byte[] bytes, Action<string> reject)
        : base("Input", bytes, (_, english) => reject(english))
    {
        _reject = reject;
        At = 0;
    }

    /// <summary>An integer from <paramref name="min"/> to <paramref name="max"/>, written as short as can be.</summary>
    /// <param name="what">Its name in the statement, for the sentence.</param>
    public long ReadLong(long min, long max, string what = "the number")
    {
        var start = At;
        var token = Take(b => b is (byte)'-' or >= (byte)'0' and <= (byte)'9');
        var isShort =
            long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value.ToString(CultureInfo.InvariantCulture) == token;
        if (!isShort)
        {
            Refuse(start, token.Length == 0 ? $"{what} is missing" : $"'{token}' is no integer as it is written");
        }

        if (value < min || value > max)
        {
            Refuse(start, FormattableString.Invariant($"{what} is {value}, which is not from {min} to {max}"));
        }

        return value;
    }

    /// <inheritdoc cref="ReadLong"/>
    public int ReadInt(int min, int max, string what = "the number") => (int)ReadLong(min, max, what);

    /// <summary>A finite number from <paramref name="min"/> to <paramref name="max"/> with a decimal point or none.</summary>
    public double ReadDouble(double min, double max, string what = "the number")
    {
        var start = At;
        var token = Take(b => b is (byte)'-' or (byte)'.' or >= (byte)'0' and <= (byte)'9');
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(token, Style, CultureInfo.InvariantCulture, out var value) || value < min || value > max)
        {
            Refuse(start, FormattableString.Invariant($"{what} is '{token}', which is no number from {min} to {max}"));
        }

        return value;
    }

    /// <summary>What stands before the next blank, at least one character.</summary>
    public string ReadToken(string what = "a word")
    {
        var start = At;
        var token = Take(b => !IsBlank(b));
        if (token.Length == 0)
        {
            Refuse(start, $"{what} is missing");
        }

        return token;
    }

    /// <summary>One space.</summary>
    public void ReadSpace()
    {
        if (At == All.Length || All[At] != ' ')
        {
            Refuse(At, "one space should be here");
        }

        At++;
    }

    /// <summary>The end of a line.</summary>
    public void ReadEoln()
    {
        var length =
            All[At..].StartsWith("\n"u8) ? 1
            : All[At..].StartsWith("\r\n"u8) ? 2
            : 0;
        if (length == 0)
        {
            Refuse(At, "the line should end here");
        }

        At += length;
    }

    /// <summary>The rest of the line, with its end, which is not handed back.</summary>
    public string ReadLine()
    {
        var line = Take(b => b is not ((byte)'\n' or (byte)'\r'));
        ReadEoln();
        return line;
    }

    /// <summary>The end of the input.</summary>
    public void ReadEof()
    {
        if (At < All.Length)
        {
            Refuse(At, "the input should end here");
        }
    }

    private string Take(Func<byte, bool> wanted)
    {
        var start = At;
        while (At < All.Length && wanted(All[At]))
        {
            At++;
        }

        return Encoding.UTF8.GetString(All[start..At]);
    }

    private void Refuse(int position, string what)
    {
        var before = All[..position];
        int line = before.Count((byte)'\n') + 1,
            column = position - before.LastIndexOf((byte)'\n');
        _reject(FormattableString.Invariant($"Line {line}, column {column}: {what}."));
    }
}
