using System.Security.Cryptography;
using System.Text;

namespace Judge.Problems;

/// <summary>Tells whether two states of a package can give different verdicts.</summary>
internal static class PackageVersion
{
    /// <summary>SHA-256, in lower-case hex, over limits, file names and tests in their order; titles and statements do not count.</summary>
    public static string Of(Problem problem)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $"{problem.TimeLimit.Ticks} {problem.MemoryBytes} {problem.OutputBytes} {problem.Files?.Input} {problem.Files?.Output}\n")));
        foreach (var test in problem.Tests)
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{(test.IsSample ? "sample" : "secret")} {test.Name}\n"));
            all.AppendData(HashOf(test.InputPath));
            all.AppendData(HashOf(test.AnswerPath));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
