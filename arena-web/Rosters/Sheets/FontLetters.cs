using System.Collections.Frozen;
using System.Text;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>
/// Letters of the fonts from before Unicode. A text typed with them holds Latin-1 letters, in whatever file it stands: the bytes of a
/// CSV file, or the Unicode cells of a workbook.
/// </summary>
internal static class FontLetters
{
    /// <summary>
    /// TCVN 5712:1993, set VN3, from 0xA1 on; a full stop: no letter. Agrees with the table TCVN5712-1 of GNU libc where VN3 has
    /// the letter.
    /// </summary>
    private const string Tcvn3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ......." + "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

    /// <summary>VNI Windows: letters that stand alone. Source: the keyboards xvnkb (vni.h) and Unikey agree on it.</summary>
    private const string VniLetters = "ÍÌÆÓÒÎÑÔÖíìæóòîñôö";

    private const string VniMeanings = "ÍÌỈĨỊỴĐƠƯíìỉĩịỵđơư";

    /// <summary>VNI Windows: marks of the letter before them, with their Unicode marks; capitals have capital marks.</summary>
    private const string VniMarks = "ùøûõïâáàåãäêéèúüë";

    private static readonly string[] VniMarkMeanings =
    [
        "\u0301",
        "\u0300",
        "\u0309",
        "\u0303",
        "\u0323",
        "\u0302",
        "\u0302\u0301",
        "\u0302\u0300",
        "\u0302\u0309",
        "\u0302\u0303",
        "\u0302\u0323",
        "\u0306",
        "\u0306\u0301",
        "\u0306\u0300",
        "\u0306\u0309",
        "\u0306\u0303",
        "\u0306\u0323",
    ];

    private static readonly FrozenDictionary<char, string> OfTcvn3 = Tcvn3
        .Select((letter, at) => (Sign: (char)(0xA1 + at), Letter: letter))
        .Where(pair => pair.Letter != '.')
        .ToFrozenDictionary(pair => pair.Sign, pair => pair.Letter.ToString());

    private static readonly FrozenDictionary<char, string> OfVni = VniLetters
        .Zip(VniMeanings, (sign, letter) => (Sign: sign, Letter: letter.ToString()))
        .Concat(VniMarks.Zip(VniMarkMeanings))
        .Concat(VniMarks.ToUpperInvariant().Zip(VniMarkMeanings))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <returns>The text itself, composed, where the form is of no font.</returns>
    public static string Read(string text, TextForm form) =>
        form switch
        {
            TextForm.Tcvn3 => Read(text, OfTcvn3),
            TextForm.Vni => Read(text, OfVni),
            _ => text,
        };

    private static string Read(string text, FrozenDictionary<char, string> letters)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var read = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
        {
            _ = letters.TryGetValue(sign, out var letter) ? read.Append(letter) : read.Append(sign);
        }

        return read.ToString().Normalize();
    }
}
