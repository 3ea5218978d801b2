using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Tests.Judgements;

/// <summary>Judgements as judges give them for the two problems of a test contest (a sample and two secret tests).</summary>
internal static class SomeJudgements
{
    public static Judgement Accepted { get; } = Of(Verdict.Accepted, 1, Verdict.Accepted, Verdict.Accepted, Verdict.Accepted);

    public static Judgement HalfRight { get; } = Of(Verdict.WrongAnswer, 0.5m, Verdict.Accepted, Verdict.Accepted, Verdict.WrongAnswer);

    public static Judgement Wrong { get; } = Of(Verdict.WrongAnswer, 0, Verdict.Accepted, Verdict.WrongAnswer, Verdict.WrongAnswer);

    public static Judgement NotCompiled { get; } =
        new()
        {
            Verdict = Verdict.CompileError,
            Share = 0,
            Program = new ProgramReport { CompilerMessage = "main.pas(3,5) Error: Identifier not found \"<b>x\"" },
        };

    public static Judgement Failed { get; } = new() { Verdict = Verdict.JudgeError, Share = 0 };

    /// <summary>A sample and two groups, of 0.3 and 0.7 of the mark, with a test each.</summary>
    public static Judgement Grouped(decimal first, decimal second)
    {
        var verdicts = new[] { first, second }.Select(share => share == 1 ? Verdict.Accepted : Verdict.WrongAnswer).ToArray();
        var judgement = Of(verdicts.Max(), (first * 0.3m) + (second * 0.7m), [Verdict.Accepted, .. verdicts]);
        return judgement with { Groups = [new("group1", first, 0.3m, verdicts[0]), new("group2", second, 0.7m, verdicts[1])] };
    }

    public static Judgement Of(Verdict verdict, decimal share, params Verdict[] tests) =>
        new()
        {
            Verdict = verdict,
            Share = share,
            Program = new ProgramReport { Cpu = TimeSpan.FromMilliseconds(123), MemoryBytes = 3 << 20 },
            Tests =
            [
                .. tests.Select(
                    (one, at) =>
                        new TestOutcome($"{at}", at == 0, one, one == Verdict.Accepted ? 1 : 0, TimeSpan.FromMilliseconds(12), 2 << 20)
                ),
            ],
        };
}
