using System.Security.Cryptography;
using Judge.Problems;

namespace Judge.Verify;

/// <summary>What can be said of statement and test data without running anything.</summary>
internal static class DataFindings
{
    private const int ShortStatement = 100;

    private static readonly (TextOddities Odd, Severity Severity, FindingCode Code)[] Texts =
    [
        (TextOddities.Utf16, Severity.Error, FindingCode.Utf16Text),
        (TextOddities.ByteOrderMark, Severity.Warning, FindingCode.ByteOrderMark),
        (TextOddities.NotUtf8, Severity.Warning, FindingCode.NotUtf8),
        (TextOddities.Nul, Severity.Warning, FindingCode.NulBytes),
        (TextOddities.EndMark, Severity.Warning, FindingCode.EndMark),
        (TextOddities.Returns, Severity.Warning, FindingCode.CarriageReturns),
        (TextOddities.HiddenBlanks, Severity.Warning, FindingCode.HiddenBlanks),
        (TextOddities.TrailingBlanks, Severity.Note, FindingCode.TrailingBlanks),
        (TextOddities.NoFinalNewline, Severity.Warning, FindingCode.NoFinalNewline),
    ];

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

            foreach (var finding in OfText(test))
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

    /// <summary>An answer that is written otherwise than its input often comes from another tool, and is seldom meant so.</summary>
    private static IEnumerable<Finding> OfText(Test test)
    {
        var (input, answer) = (TextShape.OfFile(test.InputPath), TextShape.OfFile(test.AnswerPath));
        var differ = (input ^ answer) & (TextOddities.Utf16 | TextOddities.ByteOrderMark | TextOddities.NotUtf8);
        return
        [
            .. new FileInfo(test.InputPath).Length == 0
                ? [new Finding(Severity.Note, FindingCode.EmptyInput, Name(test))]
                : OfFile(test, test.InputPath, input),
            .. OfFile(test, test.AnswerPath, answer),
            .. differ == 0 ? (Finding[])[] : [new Finding(Severity.Warning, FindingCode.AnswerEncoding, Name(test))],
        ];
    }

    private static IEnumerable<Finding> OfFile(Test test, string path, TextOddities odd) =>
        from known in Texts
        where odd.HasFlag(known.Odd)
        select new Finding(known.Severity, known.Code, $"{Name(test)}{Path.GetExtension(path)}");

    private static string Hash(Test test)
    {
        using var file = File.OpenRead(test.InputPath);
        return Convert.ToHexString(SHA256.HashData(file)) + string.Join('\n', test.Arguments) + test.FilesFolder;
    }

    internal static string Name(Test test) => $"data/{(test.IsSample ? "sample" : "secret")}/{test.Name}";
}
