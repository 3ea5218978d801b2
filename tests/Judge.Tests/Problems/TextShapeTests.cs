using System.Text;
using FsCheck.Fluent;
using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Problems;

/// <summary>What is unusual about test files, wherever in them it stands, and what converting makes of them.</summary>
public sealed class TextShapeTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    public static TheoryData<byte[], TextOddities> Table =>
        new()
        {
            { "1 2\n"u8.ToArray(), TextOddities.None },
            { [], TextOddities.None },
            { "Việt Nam đẹp\n"u8.ToArray(), TextOddities.None },
            { "1 2"u8.ToArray(), TextOddities.NoFinalNewline },
            { "1 2\r\n3\r\n"u8.ToArray(), TextOddities.Returns | TextOddities.OnlyCrLf },
            { "1 2\r\n3\n"u8.ToArray(), TextOddities.Returns },
            { "1\r2\r"u8.ToArray(), TextOddities.Returns | TextOddities.OnlyReturns | TextOddities.NoFinalNewline },
            { "1 \n2\n"u8.ToArray(), TextOddities.TrailingBlanks },
            { "1\t\r\n2\r\n"u8.ToArray(), TextOddities.TrailingBlanks | TextOddities.Returns | TextOddities.OnlyCrLf },
            { "1\u00A02\n"u8.ToArray(), TextOddities.HiddenBlanks },
            { "1\u200B\n"u8.ToArray(), TextOddities.HiddenBlanks },
            { "1\uFEFF\n"u8.ToArray(), TextOddities.HiddenBlanks },
            { "1\u3000\n"u8.ToArray(), TextOddities.HiddenBlanks },
            { "1\0\n"u8.ToArray(), TextOddities.Nul },
            { "1\n\u001a"u8.ToArray(), TextOddities.EndMark | TextOddities.NoFinalNewline },
            { "1\n\u001a\n"u8.ToArray(), TextOddities.EndMark },
            { "1\u001a2\n"u8.ToArray(), TextOddities.None },
            { [(byte)'1', 0xB8, (byte)'\n'], TextOddities.NotUtf8 },
            { [(byte)'1', 0xE1, 0xBA], TextOddities.NotUtf8 | TextOddities.NoFinalNewline },
        };

    /// <summary>Every oddity is seen across the pieces in which a file is read.</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void Is_seen_wherever_it_stands(byte[] text, TextOddities odd)
    {
        Assert.Equal(odd, TextShape.Of(new MemoryStream(text)));
        for (var back = 0; back <= text.Length && text.Length > 0; back++)
        {
            byte[] padded = [.. Enumerable.Repeat((byte)'x', (1 << 16) - back), .. text];
            Assert.Equal(odd, TextShape.Of(new MemoryStream(padded)));
        }
    }

    [Fact]
    public void A_mark_is_seen_at_the_start_only() =>
        Assert.Equal(TextOddities.ByteOrderMark, TextShape.Of(new MemoryStream([0xEF, 0xBB, 0xBF, .. "1\n"u8])));

    public static TheoryData<byte[], bool> Wide =>
        new()
        {
            { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("1 2\r\n")], true },
            { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("1 2\r\n")], true },
            { [0xFF, 0xFE], true },
            { Encoding.Unicode.GetBytes("12\r\nViệt"), true },
            { Encoding.BigEndianUnicode.GetBytes("12\r\nViệt"), true },
            { "1\02\n"u8.ToArray(), false },
            { "1"u8.ToArray(), false },
            { new byte[8], false },
            { [1, 0, 0, 2, 0, 3, 4, 0], false },
        };

    [Theory]
    [MemberData(nameof(Wide))]
    public void UTF_16_is_told_by_its_mark_or_by_every_other_byte(byte[] text, bool isWide) =>
        Assert.Equal(isWide, TextShape.Of(new MemoryStream(text)) == TextOddities.Utf16);

    /// <summary>The same as a look at the whole, for any bytes that are cut anywhere.</summary>
    [Fact]
    public void Pieces_come_to_the_same_as_the_whole()
    {
        byte[][] parts =
        [
            "1"u8.ToArray(),
            " "u8.ToArray(),
            "\n"u8.ToArray(),
            "\r"u8.ToArray(),
            "\r\n"u8.ToArray(),
            "\u00A0"u8.ToArray(),
            "\u200B"u8.ToArray(),
            "ệ"u8.ToArray(),
            "😀"u8.ToArray(),
            [0xB8],
            [0xE2],
            [0x1A],
        ];
        Prop.ForAll(
                Gen.Elements(parts).ListOf(12).Select(some => some.SelectMany(part => part).ToArray()).ToArbitrary(),
                Gen.Choose(0, 40).ToArbitrary(),
                (text, back) =>
                {
                    byte[] padded = [.. Enumerable.Repeat((byte)'x', (1 << 16) - back), .. text];
                    Assert.Equal(Naive(padded), TextShape.Of(new MemoryStream(padded)));
                }
            )
            .Holds();
    }

    public static TheoryData<byte[], string> Conversions =>
        new()
        {
            { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Việt 1\r\n2")], "Việt 1\n2" },
            { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Việt 1\r\n")], "Việt 1\n" },
            { Encoding.Unicode.GetBytes("12\r\n"), "12\n" },
            { Encoding.BigEndianUnicode.GetBytes("12\r\n"), "12\n" },
            { [0xEF, 0xBB, 0xBF, .. "1\n"u8], "1\n" },
            { "1\r2\r"u8.ToArray(), "1\n2\n" },
            { "1\r\n2\n3\r"u8.ToArray(), "1\n2\n3\n" },
            { "1\u00A02\u200B\u3000\n"u8.ToArray(), "1 2 \n" },
            { "1\n\u001a\r\n"u8.ToArray(), "1\n" },
            { "1\u001a2\u00A0\n"u8.ToArray(), "1\u001a2 \n" },
            { "1\0\r\n2\n"u8.ToArray(), "1\0\n2\n" },
        };

    [Theory]
    [MemberData(nameof(Conversions))]
    public void Converting_leaves_nothing_that_it_cures(byte[] text, string expected)
    {
        File.WriteAllBytes(_file, text);
        var output = new MemoryStream();
        TextConversion.Copy(_file, TextShape.OfFile(_file), output);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
        output.Position = 0;
        Assert.Equal(TextOddities.None, TextShape.Of(output) & TextConversion.Curable);
    }

    [Fact]
    public void Converting_keeps_the_letters_of_an_old_encoding()
    {
        File.WriteAllBytes(_file, [(byte)'a', 0xB8, 0xA0, (byte)'\r', (byte)'\n']);
        var output = new MemoryStream();
        TextConversion.Copy(_file, TextShape.OfFile(_file), output);
        Assert.Equal([(byte)'a', 0xB8, 0xA0, (byte)'\n'], output.ToArray());
    }

    private static TextOddities Naive(byte[] bytes)
    {
        var latin = Encoding.Latin1.GetString(bytes);
        string[] hidden = ["\u00A0", "\u2007", "\u202F", "\u3000", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"];
        var bare = latin.Replace("\r\n", "");
        var end = latin.IndexOf('\u001a');
        return (System.Text.Unicode.Utf8.IsValid(bytes) ? 0 : TextOddities.NotUtf8)
            | (latin.Contains('\r') ? TextOddities.Returns : 0)
            | (latin.Contains('\r') && !latin.Contains('\n') ? TextOddities.OnlyReturns : 0)
            | (latin.Contains("\r\n") && bare.IndexOfAny(['\r', '\n']) < 0 ? TextOddities.OnlyCrLf : 0)
            | (latin.Contains(" \n") || latin.Contains(" \r\n") ? TextOddities.TrailingBlanks : 0)
            | (hidden.Any(blank => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(blank)) >= 0) ? TextOddities.HiddenBlanks : 0)
            | (end >= 0 && latin[end..].All(" \t\r\n\u001a".Contains) ? TextOddities.EndMark : 0)
            | (latin[^1] != '\n' ? TextOddities.NoFinalNewline : 0);
    }
}
