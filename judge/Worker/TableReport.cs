using Judge.Problems;
using Judge.Score;

namespace Judge.Worker;

/// <summary>A table for people, a row a test as it comes; the full mark of every problem is 100 here.</summary>
internal sealed class TableReport(TextWriter output, Words words, Problem problem, Language language) : IReport
{
    private const decimal FullMark = 100;

    private readonly int _secretTests = problem.Tests.Count(test => !test.IsSample);
    private bool _begun;

    public void Begin() =>
        output.WriteLine(
            $"{problem.Title(words.Language)} ({problem.Name}) · {language.Name}, {language.Version} · "
                + $"{Seconds(problem.TimeLimit * language.TimeFactor)}, {Megabytes(problem.MemoryBytes)}"
        );

    public void Test(TestOutcome result)
    {
        if (!_begun)
        {
            Row(words.Test, words.Result, words.Time, words.Memory, words.Points, "");
        }

        _begun = true;
        Row(
            result.IsSample ? $"{words.Sample} {result.Name}" : result.Name,
            words.VerdictOnly(ShownVerdict.Of(result.Verdict, result.Share, result.IsSample ? FullMark : MarkOf(result))),
            Milliseconds(result.Cpu),
            Megabytes(result.MemoryBytes),
            result.IsSample && _secretTests > 0 ? "–" : Number(PointsRule.Round(result.Share * MarkOf(result))),
            words.Message(result.Message, result.Code, problem.Files?.Output)
        );
    }

    public void End(Judgement judgement)
    {
        output.WriteLine();
        var program = judgement.Program ?? new ProgramReport();
        if (judgement.Verdict == Verdict.CompileError)
        {
            output.WriteLine($"{words.Verdict(judgement.Verdict)}. {words.Fault(program.CompileFault)}".TrimEnd());
        }
        else
        {
            var shown = ShownVerdict.Of(judgement.Verdict, judgement.Share, FullMark);
            var points = shown.IsPartial ? "" : $"{Number(PointsRule.Points(judgement.Share, FullMark))}/{FullMark:0} {words.Points} · ";
            output.WriteLine($"{words.Verdict(shown)} · {points}{Milliseconds(program.Cpu)} · {Megabytes(program.MemoryBytes)}");
        }

        if (judgement.Groups is not ([] or [{ Groups.Count: 0 }]))
        {
            foreach (var (group, depth) in judgement.Groups.SelectMany(group => group.Whole()))
            {
                var name = new string(' ', 2 * depth) + group.Name[(group.Name.LastIndexOf('/') + 1)..];
                var points = Number(PointsRule.Points(group.Share * group.Weight, FullMark)).PadLeft(8);
                var shown = ShownVerdict.Of(group.Verdict, group.Share, FullMark);
                var most = Number(PointsRule.Points(group.Weight, FullMark));
                output.WriteLine($"  {name.PadRight(12)} {words.VerdictOnly(shown).PadRight(18)} {points}/{most}");
            }
        }

        if (judgement.StaffMessage.Length > 0)
        {
            output.WriteLine($"\n{judgement.StaffMessage}");
        }

        if (program.CompilerMessage.Length > 0)
        {
            output.WriteLine($"\n{words.CompilerSays}\n{program.CompilerMessage}");
        }
    }

    /// <summary>A test's part of the full mark, where its group adds up; elsewhere that of its group.</summary>
    private decimal MarkOf(TestOutcome result) =>
        problem.Tests.FirstOrDefault(test => test.IsSample == result.IsSample && test.Name == result.Name) is { } test && problem.Scores
            ? FullMark * test.Mark / problem.FullScore
            : FullMark / Math.Max(1, _secretTests);

    private void Row(string test, string verdict, string time, string memory, string points, string message) =>
        output.WriteLine(
            $"{test.PadRight(12)} {verdict.PadRight(18)} {time.PadLeft(12)} {memory.PadLeft(12)} {points.PadLeft(8)}  {message}".TrimEnd()
        );

    private string Number(decimal points) => points.ToString("0.##", words.Culture);

    private string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.##", words.Culture)} s";

    private string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds.ToString("0", words.Culture)} ms";

    private string Megabytes(long bytes) => $"{(bytes / (double)(1 << 20)).ToString("0.#", words.Culture)} MB";
}
