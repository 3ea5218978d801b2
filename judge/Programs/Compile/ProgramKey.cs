using System.Security.Cryptography;
using System.Text;
using Judge.Problems;

namespace Judge.Programs.Compile;

/// <summary>Names a program by all that it depends on, whoever hands it in and for whichever problem.</summary>
internal static class ProgramKey
{
    private const int Length = 2 * SHA256.HashSizeInBytes;

    /// <param name="build">Of the image that it is compiled in.</param>
    public static string Of(string build, Language language, SourceSet sources)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append([build, language.Id, language.Artifact ?? ""]);
        Append(Compiler.CompileCommand(language, sources));
        Append(Compiler.EnvironmentOf(language));
        foreach (var (name, content) in sources.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            using var file = content.OpenRead();
            Append([name, Convert.ToHexString(SHA256.HashData(file))]);
        }

        return Convert.ToHexString(all.GetHashAndReset());

        // With the number of words and their lengths in front no two lists give the same bytes.
        void Append(IReadOnlyCollection<string> words) =>
            all.AppendData(Encoding.UTF8.GetBytes($"{words.Count}\n{string.Concat(words.Select(word => $"{word.Length}\n{word}"))}"));
    }

    public static bool IsKey(string name) => name.Length == Length && name.All(char.IsAsciiHexDigitUpper);
}
