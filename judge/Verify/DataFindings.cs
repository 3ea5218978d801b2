using System.Security.Cryptography;
using Judge.Problems;

namespace Judge.Verify;

/// <summary>What can be said of statement and test data without running anything.</summary>
internal static class DataFindings
{
    private const int ShortStatement = 100;

    public static IEnumerable<Finding> Of(Problem problem) => OfStatement(problem).Concat(OfTests(problem));

    private static IEnumerable<Finding> OfStatement(Problem problem)
    {
        foreach (var language in problem.Titles.Keys)
        {
            if (
                problem.Statement(language).Trim().Length is var length
                && length < ShortStatement
                && problem.StatementPdf(language) is null
            )
            {
                yield return new Finding(
                    length == 0 ? Severity.Error : Severity.Warning,
                    length == 0 ? FindingCode.NoStatement : FindingCode.ShortStatement,
                    Problem.StatementFile(language)
                );
            }
        }

        if (!problem.Titles.ContainsKey("vi"))
        {
            yield return new Finding(Severity.Warning, FindingCode.OneLanguage, "problem.yaml", "vi");
        }

        if (problem.Handin == HandinKind.Program && problem.Interactions.Count == 0 && !problem.Tests.Any(test => test.IsSample))
        {
            yield return new Finding(Severity.Warning, FindingCode.NoSample, "data/sample");
        }

        if (problem.InputValidators.Count == 0)
        {
            yield return new Finding(Severity.Note, FindingCode.NoValidator, "input_validators");
        }
    }

    private static IEnumerable<Finding> OfTests(Problem problem)
    {
        var seen = new Dictionary<string, Test>();
        foreach (var test in problem.Tests)
        {
            var hash = Hash(test);
            if (
                !seen.TryAdd(hash, test)
                && !test.IsSample
                && seen[hash] is var same
                && !(same.IsSample && !test.IsSample && same.Group != test.Group && problem.Scores)
            )
            {
                yield return new Finding(Severity.Warning, FindingCode.SameInput, Name(test), Name(same));
            }

            foreach (var finding in OfFile(test, test.InputPath, isInput: true).Concat(OfFile(test, test.AnswerPath, isInput: false)))
            {
                yield return finding;
            }

            if (new FileInfo(test.AnswerPath).Length is var length && length > problem.OutputBytes)
            {
                yield return new Finding(Severity.Error, FindingCode.AnswerTooLarge, Name(test));
            }
            else if (length > problem.OutputBytes / 2)
            {
                yield return new Finding(Severity.Warning, FindingCode.LargeAnswer, Name(test));
            }
        }

        foreach (
            var group in problem.Groups.Where(group =>
                group.Tests.Any(test => test.Name.EndsWith("10", StringComparison.Ordinal)) && group.Tests.Any(EndsInOneDigit)
            )
        )
        {
            yield return new Finding(
                Severity.Note,
                FindingCode.NotPadded,
                group.IsSample ? "data/sample" : $"data/secret/{group.Name}".TrimEnd('/')
            );
        }
    }

    private static bool EndsInOneDigit(Test test) =>
        test.Name.Length > 0 && char.IsAsciiDigit(test.Name[^1]) && (test.Name.Length == 1 || !char.IsAsciiDigit(test.Name[^2]));

    private static IEnumerable<Finding> OfFile(Test test, string path, bool isInput)
    {
        var (last, hasReturns, length) = Scan(path);
        if (length == 0)
        {
            if (isInput)
            {
                yield return new Finding(Severity.Note, FindingCode.EmptyInput, Name(test));
            }

            yield break;
        }

        if (last != '\n')
        {
            yield return new Finding(Severity.Warning, FindingCode.NoFinalNewline, $"{Name(test)}{Path.GetExtension(path)}");
        }

        if (hasReturns)
        {
            yield return new Finding(Severity.Warning, FindingCode.CarriageReturns, $"{Name(test)}{Path.GetExtension(path)}");
        }
    }

    private static (int Last, bool HasReturns, long Length) Scan(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[64 << 10];
        var (last, returns) = (-1, false);
        int n;
        while ((n = file.Read(buffer)) > 0)
        {
            (last, returns) = (buffer[n - 1], returns || buffer.AsSpan(0, n).Contains((byte)'\r'));
        }

        return (last, returns, file.Length);
    }

    private static string Hash(Test test)
    {
        using var file = File.OpenRead(test.InputPath);
        return Convert.ToHexString(SHA256.HashData(file)) + string.Join('\n', test.Arguments) + test.FilesFolder;
    }

    internal static string Name(Test test) => $"data/{(test.IsSample ? "sample" : "secret")}/{test.Name}";
}
