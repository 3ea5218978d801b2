using System.Buffers;
using System.Globalization;
using System.Text;

namespace Judge.ScriptHost.Api;

/// <summary>
/// A file as a script reads it: as a whole, line by line, or token by token (what stands between blanks). Numbers have a
/// decimal point, whatever the machine's language.
/// </summary>
public class ScriptText
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\n\r\v\f"u8);

    private readonly string _name;
    private readonly byte[] _bytes;
    private readonly Action<string, string>? _unreadable;
    private readonly Lazy<string> _text;
    private int _at;
    private int _tokens;

    /// <param name="name">For sentences.</param>
    /// <param name="unreadable">Takes what cannot be read as wanted, in Vietnamese and English; null: the script is at fault.</param>
    internal ScriptText(string name, byte[] bytes, Action<string, string>? unreadable)
    {
        _name = name;
        _unreadable = unreadable;
        _bytes = bytes;
        var mark = Encoding.UTF8.Preamble;
        _at = bytes.AsSpan().StartsWith(mark) ? mark.Length : 0;
        var start = _at;
        _text = new Lazy<string>(() => Encoding.UTF8.GetString(bytes.AsSpan(start)), LazyThreadSafetyMode.None);
    }

    public IReadOnlyList<byte> Bytes => _bytes;

    /// <summary>All of it, read as UTF-8, without a byte order mark.</summary>
    public string Text => _text.Value;

    /// <summary>Whether there is no further token.</summary>
    public bool AtEnd
    {
        get
        {
            SkipBlanks();
            return _at == All.Length;
        }
    }

    private protected ReadOnlySpan<byte> All => _bytes;

    private protected ref int At => ref _at;

    /// <summary>The lines without their ends (LF or CRLF); the end of the last line begins no new one.</summary>
    public string[] Lines()
    {
        var lines = Text.Split('\n');
        lines = lines[^1].Length == 0 ? lines[..^1] : lines;
        return Array.ConvertAll(lines, line => line.EndsWith('\r') ? line[..^1] : line);
    }

    /// <summary>All tokens, from the beginning.</summary>
    public string[] Tokens() => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The next token.</summary>
    public string NextToken() => Encoding.UTF8.GetString(Next("một từ", "a token"));

    public int NextInt() =>
        int.TryParse(Next("một số nguyên", "an integer"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unreadable<int>("không phải số nguyên (32 bit)", "is no integer of 32 bits");

    public long NextLong() =>
        long.TryParse(Next("một số nguyên", "an integer"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unreadable<long>("không phải số nguyên (64 bit)", "is no integer of 64 bits");

    /// <summary>The next token as a number; never NaN or infinite.</summary>
    public double NextDouble() =>
        double.TryParse(Next("một số", "a number"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : Unreadable<double>("không phải là số", "is no number");

    private protected static bool IsBlank(byte b) => Blanks.Contains(b);

    private ReadOnlySpan<byte> Next(string wanted, string wantedInEnglish)
    {
        SkipBlanks();
        if (_at == All.Length)
        {
            Tell(
                $"Thiếu dữ liệu: cần thêm {wanted} sau {_tokens} giá trị.",
                $"{_name} ends after {_tokens} tokens where {wantedInEnglish} is wanted."
            );
        }

        var start = _at;
        var rest = All[start..];
        var length = rest.IndexOfAny(Blanks);
        _at += length < 0 ? rest.Length : length;
        _tokens++;
        return All[start.._at];
    }

    private T Unreadable<T>(string vietnamese, string english)
    {
        var start = _at;
        while (start > 0 && !IsBlank(All[start - 1]))
        {
            start--;
        }

        var token = Encoding.UTF8.GetString(All[start..Math.Min(_at, start + 40)]);
        Tell($"Giá trị thứ {_tokens} là “{token}”, {vietnamese}.", $"Token {_tokens} of {_name} is '{token}', which {english}.");
        return default!;
    }

    private void Tell(string vietnamese, string english)
    {
        _unreadable?.Invoke(vietnamese, english);
        throw new FormatException(english);
    }

    private void SkipBlanks()
    {
        var blanks = All[_at..].IndexOfAnyExcept(Blanks);
        _at = blanks < 0 ? _bytes.Length : _at + blanks;
    }
}
