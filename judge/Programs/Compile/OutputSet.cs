using System.Text.RegularExpressions;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Programs.Compile;

/// <summary>Outputs that were handed in instead of a program, found by the names of their tests.</summary>
/// <param name="Outputs">By test.</param>
/// <param name="Fault">None, or why there is nothing to be checked.</param>
internal sealed partial record OutputSet(IReadOnlyDictionary<Test, ReadOnlyMemory<byte>> Outputs, CompileFault Fault)
{
    /// <summary>Beside the outputs a pupil may well have put inputs and programs.</summary>
    private const int MostFiles = 1_000;

    /// <summary>Greatest size of all files of a zip together.</summary>
    private const long MostBytes = 128L << 20;

    /// <summary>The problem without its samples: they show what an output looks like, and nobody hands theirs in.</summary>
    public static Problem Asked(Problem problem) =>
        problem with
        {
            Tests = [.. problem.Tests.Where(test => !test.IsSample)],
            Groups = [.. problem.Groups.Where(group => !group.IsSample)],
        };

    /// <summary>A zip with a file a test, or the output itself where there is one test.</summary>
    public static OutputSet Of(ReadOnlyMemory<byte> handin, Problem problem)
    {
        if (!SubmitRule.IsZip(handin.Span))
        {
            return OfOne(handin, problem.Tests);
        }

        var handed = HandinArchive.OfZip(handin, MostFiles, MostBytes);
        if (handed.Fault != CompileFault.None)
        {
            return Bad(handed.Fault);
        }

        var stems = problem.Tests.ToLookup(StemOf);
        var outputs = new Dictionary<Test, ReadOnlyMemory<byte>>();
        foreach (var (name, bytes) in handed.Files.OrderBy(file => Rank(file.Key)).ThenBy(file => file.Key, StringComparer.Ordinal))
        {
            foreach (var test in Called(name, problem, stems))
            {
                outputs.TryAdd(test, bytes);
            }
        }

        return outputs.Count > 0 ? new OutputSet(outputs, CompileFault.None) : Bad(CompileFault.NoOutputs);
    }

    private static OutputSet OfOne(ReadOnlyMemory<byte> handin, IReadOnlyList<Test> tests) =>
        tests is [var only]
            ? new OutputSet(new Dictionary<Test, ReadOnlyMemory<byte>> { [only] = handin }, CompileFault.None)
            : Bad(CompileFault.NoOutputs);

    /// <summary>
    /// The test that a file belongs to: <c>01.out</c>, <c>01.ans</c>, <c>01</c>, <c>output01.txt</c>, <c>group2-01.out</c>; numbers are
    /// compared as numbers where the name itself is not there.
    /// </summary>
    private static IEnumerable<Test> Called(string name, Problem problem, ILookup<string, Test> stems)
    {
        var match = NamePattern().Match(name.ToLowerInvariant());
        var (whole, stem) = (match.Groups["whole"].Value, match.Groups["stem"].Value);
        return stems.Contains(whole) ? stems[whole]
            : stems.Contains(stem) ? stems[stem]
            : problem.Tests.Where(test => Number(stem) is { } number && Number(StemOf(test)) == number);
    }

    /// <summary>A file with the ending of an output comes before one that may be anything.</summary>
    private static int Rank(string name) => Path.GetExtension(name).ToLowerInvariant() is ".out" or ".ans" or ".ou" or ".ok" ? 0 : 1;

    private static string StemOf(Test test) => test.Name.Replace('/', '-').ToLowerInvariant();

    private static string? Number(string stem) => NumberPattern().IsMatch(stem) ? stem.TrimStart('0') : null;

    private static OutputSet Bad(CompileFault fault) => new(new Dictionary<Test, ReadOnlyMemory<byte>>(), fault);

    [GeneratedRegex(@"\A(?<whole>(?:output|out|test)?[_-]?(?<stem>.*?))(?:\.(?:out|ans|ou|ok|txt))?\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[0-9]{1,9}\z")]
    private static partial Regex NumberPattern();
}
