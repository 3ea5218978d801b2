using System.Buffers;
using System.Text.Unicode;

namespace Judge.Problems;

/// <summary>What is unusual about the bytes of a test. Programs of pupils expect UTF-8 or plain digits, lines that end in LF.</summary>
[Flags]
public enum TextOddities
{
    None = 0,

    /// <summary>UTF-16, with its mark or without: what PowerShell's <c>&gt;</c> writes. Nothing else is looked for then.</summary>
    Utf16 = 1,

    /// <summary>It begins with the mark of UTF-8.</summary>
    ByteOrderMark = 2,

    /// <summary>It is no UTF-8: in an older encoding, which cannot be told, or not text at all.</summary>
    NotUtf8 = 4,

    Nul = 8,

    /// <summary>Ctrl-Z, DOS' mark for the end, with nothing but white space behind it.</summary>
    EndMark = 16,

    /// <summary>CR somewhere.</summary>
    Returns = 32,

    /// <summary>Every line ends in CR LF; a last line without any end does not count.</summary>
    OnlyCrLf = 64,

    /// <summary>Lines end in CR alone, as on old Macintoshes; there is no LF.</summary>
    OnlyReturns = 128,

    /// <summary>Blanks that look like others or like none: no-break, ideographic, of no width.</summary>
    HiddenBlanks = 256,

    /// <summary>A blank or tab before the end of a line.</summary>
    TrailingBlanks = 512,

    NoFinalNewline = 1024,
}

/// <summary>Looks through a test file of any length, piece by piece.</summary>
internal sealed class TextShape
{
    private const int PieceBytes = 1 << 16;

    /// <summary>Longest sequence that may be cut by the end of a piece.</summary>
    private const int MostCarried = 3;

    /// <summary>
    /// In UTF-8: no-break (U+00A0, U+2007, U+202F), ideographic (U+3000), of no width (U+200B to U+200D, U+2060, U+FEFF).
    /// </summary>
    private static readonly byte[][] Hidden =
    [
        [0xC2, 0xA0],
        [0xE2, 0x80, 0x87],
        [0xE2, 0x80, 0xAF],
        [0xE3, 0x80, 0x80],
        [0xE2, 0x80, 0x8B],
        [0xE2, 0x80, 0x8C],
        [0xE2, 0x80, 0x8D],
        [0xE2, 0x81, 0xA0],
        [0xEF, 0xBB, 0xBF],
    ];

    private static readonly SearchValues<byte> BlankOrEnd = SearchValues.Create(" \t\r\n\u001a"u8);

    private TextOddities _odd;
    private long _feeds;
    private long _returns;
    private long _pairs;
    private bool _endMarked;
    private bool _wroteAfterEndMark;

    private TextShape() { }

    /// <summary>None: an empty file has no oddities.</summary>
    public static TextOddities OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Of(file);
    }

    public static TextOddities Of(Stream text)
    {
        var shape = new TextShape();
        var buffer = new byte[PieceBytes + MostCarried];
        var (carried, last, isFirst) = (0, (byte)'\n', true);
        for (int read; (read = text.ReadAtLeast(buffer.AsSpan(carried), PieceBytes, throwOnEndOfStream: false)) > 0; isFirst = false)
        {
            var piece = buffer.AsSpan(0, carried + read);
            if (isFirst && WideText.EncodingOf(piece) == "UTF-16")
            {
                return TextOddities.Utf16;
            }

            shape.Take(piece, carried, isFirst, isLast: read < PieceBytes || (text.CanSeek && text.Position == text.Length));
            last = piece[^1];
            carried = Math.Min(MostCarried, piece.Length);
            piece[^carried..].CopyTo(buffer);
        }

        return shape.Conclude(last);
    }

    /// <param name="piece">Begins with bytes that the piece before ended with.</param>
    private void Take(ReadOnlySpan<byte> piece, int carried, bool isFirst, bool isLast)
    {
        var fresh = piece[carried..];
        var withOneBefore = piece[Math.Max(carried - 1, 0)..];
        _feeds += fresh.Count((byte)'\n');
        _returns += fresh.Count((byte)'\r');
        _pairs += withOneBefore.Count("\r\n"u8);
        _odd |= fresh.Contains((byte)0) ? TextOddities.Nul : 0;
        if (HasTrailingBlank(piece[Math.Max(carried - 2, 0)..]))
        {
            _odd |= TextOddities.TrailingBlanks;
        }

        LookForEndMark(fresh);
        if (isFirst && piece is [0xEF, 0xBB, 0xBF, ..])
        {
            _odd |= TextOddities.ByteOrderMark;
            piece = piece[3..];
        }

        if (!System.Text.Ascii.IsValid(piece))
        {
            LookAtLetters(piece, carried, isLast);
        }
    }

    private static bool HasTrailingBlank(ReadOnlySpan<byte> text) =>
        text.IndexOf(" \n"u8) >= 0 || text.IndexOf("\t\n"u8) >= 0 || text.IndexOf(" \r\n"u8) >= 0 || text.IndexOf("\t\r\n"u8) >= 0;

    private void LookForEndMark(ReadOnlySpan<byte> fresh)
    {
        if (!_endMarked && fresh.IndexOf((byte)'\u001a') is >= 0 and var at)
        {
            _endMarked = true;
            fresh = fresh[at..];
        }

        _wroteAfterEndMark |= _endMarked && fresh.ContainsAnyExcept(BlankOrEnd);
    }

    private void LookAtLetters(ReadOnlySpan<byte> piece, int carried, bool isLast)
    {
        foreach (var blank in Hidden)
        {
            _odd |= piece.IndexOf(blank) >= 0 ? TextOddities.HiddenBlanks : 0;
        }

        var from = carried > 0 ? Start(piece, carried) : 0;
        var to = isLast ? piece.Length : Start(piece, piece.Length);
        _odd |= Utf8.IsValid(piece[from..Math.Max(from, to)]) ? 0 : TextOddities.NotUtf8;
    }

    /// <summary>Where the letter begins that the place cuts, at most three bytes before; the place itself where it cuts none.</summary>
    private static int Start(ReadOnlySpan<byte> piece, int place)
    {
        for (var back = 1; back <= MostCarried && back <= place; back++)
        {
            var b = piece[place - back];
            var length =
                b >= 0xF0 ? 4
                : b >= 0xE0 ? 3
                : b >= 0xC0 ? 2
                : 0;
            if (length > 0)
            {
                return length > back ? place - back : place;
            }

            if (b < 0x80)
            {
                return place;
            }
        }

        return place;
    }

    private TextOddities Conclude(byte last)
    {
        _odd |= _returns > 0 ? TextOddities.Returns : 0;
        _odd |= _returns > 0 && _feeds == 0 ? TextOddities.OnlyReturns : 0;
        _odd |= _feeds > 0 && _feeds == _pairs && _returns == _pairs ? TextOddities.OnlyCrLf : 0;
        _odd |= _endMarked && !_wroteAfterEndMark ? TextOddities.EndMark : 0;
        _odd |= last != '\n' ? TextOddities.NoFinalNewline : 0;
        return _odd;
    }
}
