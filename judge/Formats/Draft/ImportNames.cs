using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Judge.Messages;

namespace Judge.Formats.Draft;

/// <summary>Names from foreign sources: which are safe, and what ours are made of them.</summary>
internal static partial class ImportNames
{
    private const int MostBytes = 255;
    private const int MostPathBytes = 2048;
    private const int MostLetters = 40;
    private const int ShownLetters = 80;

    private static readonly string[] Junk = [".DS_Store", "Thumbs.db", "desktop.ini"];
    private static readonly string[] JunkFolders = ["__MACOSX", ".git"];

    /// <summary>
    /// A relative path with <c>/</c> between its parts, in Unicode form C, of a name that an archive or a folder gave; empty for the root.
    /// </summary>
    /// <exception cref="ImportException">It leads out of the source, or is no name that every system can hold.</exception>
    public static string Path(string name)
    {
        if (name.Contains('\uFFFD') || !IsWhole(name))
        {
            throw Refused(name, "import.badName.unreadable");
        }

        var path = name.Replace('\\', '/').Normalize(NormalizationForm.FormC);
        if (path.StartsWith('/'))
        {
            throw Refused(name, "import.badName.absolute");
        }

        if (Encoding.UTF8.GetByteCount(path) > MostPathBytes)
        {
            throw Refused(name, "import.badName.tooLong");
        }

        var parts = path.TrimEnd('/').Split('/').SkipWhile(part => part == ".").ToArray();
        foreach (var part in parts is [""] ? [] : parts)
        {
            CheckPart(part, name);
        }

        return string.Join('/', parts);
    }

    /// <summary>A name as people are shown it: short, and without anything that moves the cursor.</summary>
    public static string Shown(string name)
    {
        var text = string.Concat(
            name.EnumerateRunes()
                .Select(rune => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? new Rune('?') : rune)
        );
        return PlainText.Shortened(text, ShownLetters + 1);
    }

    /// <summary>What systems put beside people's files.</summary>
    /// <param name="path">With <c>/</c> between its parts.</param>
    public static bool IsJunk(string path) =>
        path.Split('/') is var parts
        && (
            parts.Any(part => JunkFolders.Contains(part, StringComparer.OrdinalIgnoreCase))
            || parts[^1].StartsWith("._", StringComparison.Ordinal)
            || Junk.Contains(parts[^1], StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>
    /// A package's name, <c>[a-z0-9]+</c>, of any name: <c>Đường Đi</c> gives <c>duongdi</c>; <c>baitap</c> where nothing is left.
    /// </summary>
    public static string OfPackage(string name)
    {
        var plain = name.Replace('Đ', 'D').Replace('đ', 'd').Replace('\uFFFD', ' ');
        var letters = (IsWhole(plain) ? plain.Normalize(NormalizationForm.FormD) : plain)
            .ToLowerInvariant()
            .Where(char.IsAsciiLetterOrDigit)
            .Take(MostLetters)
            .ToArray();
        return letters.Length > 0 ? new string(letters) : "baitap";
    }

    /// <summary>The name, or else the name with the first number from 2 that nobody has.</summary>
    public static string Unused(string name, ICollection<string> used) =>
        !used.Contains(name)
            ? name
            : Enumerable
                .Range(2, used.Count + 1)
                .Select(n => string.Create(CultureInfo.InvariantCulture, $"{name}{n}"))
                .First(free => !used.Contains(free));

    /// <summary>A file name as the package format admits it: other letters become <c>_</c>, marks over letters go.</summary>
    public static string OfFile(string name)
    {
        var plain = name.Replace('Đ', 'D').Replace('đ', 'd').Normalize(NormalizationForm.FormD);
        var letters = plain
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' ? c : '_')
            .Take(MostLetters * 2);
        return string.Concat(letters) is var file && file.Length > 0 && file[0] is not ('.' or '-') ? file : "_" + file;
    }

    private static void CheckPart(string part, string name)
    {
        if (part is "." or ".." or "")
        {
            throw Refused(name, "import.badName.leadsOut");
        }

        if (part.Contains(':'))
        {
            throw Refused(name, "import.badName.colon");
        }

        if (part.Any(c => char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
        {
            throw Refused(name, "import.badName.control");
        }

        if (Encoding.UTF8.GetByteCount(part) > MostBytes)
        {
            throw Refused(name, "import.badName.tooLong");
        }

        if (part[^1] is ' ' or '.')
        {
            throw Refused(name, "import.badName.ending");
        }

        if (DevicePattern().IsMatch(part))
        {
            throw Refused(name, "import.badName.device");
        }
    }

    private static bool IsWhole(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (char.IsSurrogate(name[at]) && !(at + 1 < name.Length && char.IsSurrogatePair(name[at], name[++at])))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="reason">Key of what is wrong with it.</param>
    private static ImportException Refused(string name, string reason) => new("import.badName", Shown(name), new Said(reason));

    [GeneratedRegex(@"\A(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])\s*(\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DevicePattern();
}
