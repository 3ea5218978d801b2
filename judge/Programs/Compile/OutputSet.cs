using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Submit.Intake;

namespace Judge.Programs.Compile;

/// <summary>Outputs that were handed in instead of a program, found by the names of their tests.</summary>
/// <param name="Outputs">By test.</param>
/// <param name="Fault">None, or why there is nothing to be checked.</param>
internal sealed record OutputSet(IReadOnlyDictionary<Test, ReadOnlyMemory<byte>> Outputs, CompileFault Fault)
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

        var names = OutputNames.Of(problem);
        var outputs = new Dictionary<Test, ReadOnlyMemory<byte>>();
        foreach (
            var (name, bytes) in handed.Files.OrderBy(file => OutputNames.Rank(file.Key)).ThenBy(file => file.Key, StringComparer.Ordinal)
        )
        {
            if (names.Called(name) is [var test])
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

    private static OutputSet Bad(CompileFault fault) => new(new Dictionary<Test, ReadOnlyMemory<byte>>(), fault);
}
