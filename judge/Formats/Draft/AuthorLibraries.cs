using System.Text.RegularExpressions;

namespace Judge.Formats.Draft;

/// <summary>Libraries that checkers of other systems expect to find where those systems run.</summary>
internal static partial class AuthorLibraries
{
    public const string Testlib = "testlib.h";

    public const string WindowsUnit = "windows.pas";

    private const int MostBytes = 1 << 20;

    /// <summary>
    /// The name, in its letter case, by which a source in C++ asks for testlib, which is not ours to hand out; null: it does not.
    /// </summary>
    public static string? TestlibOf(ImportFile source) =>
        source.Extension is ".cpp" or ".cc" or ".cxx" or ".c" ? TestlibOf(Letters(source)) : null;

    /// <inheritdoc cref="TestlibOf(ImportFile)"/>
    public static string? TestlibOf(string source) =>
        TestlibPattern().Match(source) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The one nearest to the root; null: there is none anywhere in the source.</summary>
    public static ImportFile? FindTestlib(ImportTree tree) =>
        tree
            .Files.Where(file => file.Name.Equals(Testlib, StringComparison.OrdinalIgnoreCase))
            .MinBy(file => file.Path.Count(letter => letter == '/'));

    /// <summary>Whether a source in Pascal uses the unit Windows, which is on no other system.</summary>
    public static bool WantsWindows(ImportFile source) =>
        source.Extension is ".pas" or ".pp" or ".dpr"
        && UsesPattern().Matches(Comments().Replace(Letters(source), " ")).Any(uses => WindowsPattern().IsMatch(uses.Value));

    /// <summary>A unit of that name with the little of it that checkers call.</summary>
    public static byte[] Windows()
    {
        using var unit = typeof(AuthorLibraries).Assembly.GetManifestResourceStream("Judge.Formats.Draft.windows.pas")!;
        using var bytes = new MemoryStream();
        unit.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Byte by byte: what is looked for is ASCII, whatever the encoding of the rest.</summary>
    private static string Letters(ImportFile source) =>
        source.Length <= MostBytes ? System.Text.Encoding.Latin1.GetString(source.Bytes(MostBytes)) : "";

    [GeneratedRegex("#\\s{0,20}include\\s{0,20}[\"<](testlib\\.h)[\">]", RegexOptions.IgnoreCase)]
    private static partial Regex TestlibPattern();

    /// <summary>One without an end goes to the end of the text, which is then looked through once, however many begin in it.</summary>
    [GeneratedRegex(@"\{[^}]*(?:\}|\z)|\(\*.*?(?:\*\)|\z)|//[^\n]*|'[^'\n]*'", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\buses\b[^;]{0,2000};", RegexOptions.IgnoreCase)]
    private static partial Regex UsesPattern();

    [GeneratedRegex(@"[\s,]windows[\s,;]", RegexOptions.IgnoreCase)]
    private static partial Regex WindowsPattern();
}
