using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Programs.Verdicts;
using Judge.Score;

namespace Judge.Tests.Programs.Verdicts;

public sealed class SubmissionRuleTests
{
    private static readonly Compilation Good = new(null, CompileFault.None, "warning");

    [Fact]
    public void All_passed_is_accepted()
    {
        var judgement = Conclude("s:AC AC AC");
        Assert.Equal((Verdict.Accepted, 1m), (judgement.Verdict, judgement.Share));
    }

    [Theory]
    [InlineData("s:AC AC WA TLE", Verdict.WrongAnswer)]
    [InlineData("s:AC TLE WA AC", Verdict.TimeLimit)]
    [InlineData("s:RTE AC AC", Verdict.RuntimeError)]
    [InlineData("AC MLE", Verdict.MemoryLimit)]
    public void The_first_test_that_was_not_passed_gives_the_verdict(string tests, Verdict verdict) =>
        Assert.Equal(verdict, Conclude(tests).Verdict);

    [Theory]
    [InlineData("s:AC AC WA WA WA", 0.25)]
    [InlineData("s:WA AC AC", 1)]
    [InlineData("s:AC WA", 0)]
    [InlineData("s:AC s:WA", 0.5)]
    [InlineData("AC AC AC WA", 0.75)]
    public void The_share_is_that_of_secret_tests_passed_and_samples_count_only_alone(string tests, double share) =>
        Assert.Equal((decimal)share, Conclude(tests).Share);

    [Fact]
    public void Tests_not_run_are_not_passed()
    {
        var judgement = SubmissionRule.Conclude(Some.Problem(samples: 1, secrets: 4), Good, Named(Results("s:AC AC WA")));
        Assert.Equal((Verdict.WrongAnswer, 0.25m), (judgement.Verdict, judgement.Share));
    }

    [Fact]
    public void The_order_of_tests_never_changes_the_share()
    {
        var result = Gen.Elements(Enum.GetValues<Verdict>()[1..7]).Zip(Gen.Elements(true, false));
        var tests = Gen.Sized(size => result.ListOf(size + 1));
        var shuffled = tests.SelectMany(list => Gen.Shuffle(list.AsEnumerable()).Select(other => (list, other)));
        Prop.ForAll(shuffled.ToArbitrary(), pair => Share(pair.list) == Share(pair.other)).Holds();

        static decimal Share(IEnumerable<(Verdict, bool)> list) =>
            Conclude([.. list.Select((test, i) => Result(i, test.Item2, test.Item1))]).Share;
    }

    [Fact]
    public void The_share_is_from_nothing_to_all_and_all_means_accepted_where_no_sample_failed()
    {
        var tests = Gen.Sized(size => Gen.Elements(Verdict.Accepted, Verdict.Accepted, Verdict.WrongAnswer).ListOf(size + 1));
        Prop.ForAll(
                tests.ToArbitrary(),
                list =>
                {
                    var judgement = Conclude([.. list.Select((verdict, i) => Result(i, isSample: false, verdict))]);
                    return judgement.Share is >= 0 and <= 1 && (judgement.Share == 1) == (judgement.Verdict == Verdict.Accepted);
                }
            )
            .Holds();
    }

    [Fact]
    public void Subtasks_are_told_with_their_weights() =>
        Assert.Equal([new GroupResult("", 0.5m, 1, Verdict.WrongAnswer)], Conclude("s:AC AC WA").Groups);

    [Fact]
    public void The_slowest_and_the_largest_test_are_told()
    {
        var judgement = Conclude([
            Result(1, false, Verdict.Accepted) with
            {
                Cpu = TimeSpan.FromMilliseconds(7),
                MemoryBytes = 10,
            },
            Result(2, false, Verdict.Accepted) with
            {
                Cpu = TimeSpan.FromMilliseconds(3),
                MemoryBytes = 20,
            },
        ]);
        Assert.Equal((TimeSpan.FromMilliseconds(7), 20L), (judgement.Program!.Cpu, judgement.Program.MemoryBytes));
    }

    [Fact]
    public void Without_a_program_it_is_a_compile_error_with_the_compilers_words()
    {
        var judgement = SubmissionRule.NotCompiled(Some.Problem(), new Compilation(null, CompileFault.Errors, "main.pas(1,2) Fatal"));
        Assert.Equal(
            (Verdict.CompileError, 0m, CompileFault.Errors, "main.pas(1,2) Fatal", "v1"),
            (
                judgement.Verdict,
                judgement.Share,
                judgement.Program!.CompileFault,
                judgement.Program!.CompilerMessage,
                judgement.ProblemVersion
            )
        );
    }

    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("0.875", "0.88")]
    [InlineData("0.005", "0.01")]
    [InlineData("0.124999999999", "0.13")]
    [InlineData("0.124", "0.12")]
    public void Half_a_hundredth_is_rounded_up(string share, string points) =>
        Assert.Equal(
            decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture),
            PointsRule.Points(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), 1)
        );

    [Fact]
    public void Three_thirds_are_the_whole_mark()
    {
        Assert.Equal(100, PointsRule.Points(Conclude("AC AC AC").Share, 100));
        Assert.Equal(66.67m, PointsRule.Points(Conclude("AC AC WA").Share, 100));
    }

    private static Judgement Conclude(string tests) => Conclude(Results(tests));

    private static Judgement Conclude(TestOutcome[] results) =>
        SubmissionRule.Conclude(
            Some.Problem(results.Count(result => result.IsSample), results.Count(result => !result.IsSample)),
            Good,
            Named(results)
        );

    /// <summary>Samples first, with the names of <see cref="Some.Problem"/>.</summary>
    private static TestOutcome[] Named(TestOutcome[] results) =>
        [.. results.OrderBy(result => !result.IsSample).Select((result, i) => result with { Name = $"{i + 1:00}" })];

    private static TestOutcome[] Results(string tests) =>
        [
            .. tests
                .Split(' ')
                .Select(
                    (word, i) =>
                        Result(
                            i,
                            word.StartsWith("s:", StringComparison.Ordinal),
                            Enum.GetValues<Verdict>().Single(verdict => verdict.Code() == word.Split(':')[^1])
                        )
                ),
        ];

    private static TestOutcome Result(int number, bool isSample, Verdict verdict) =>
        new($"{number:00}", isSample, verdict, verdict == Verdict.Accepted ? 1 : 0, TimeSpan.FromMilliseconds(1), 1 << 20);
}
