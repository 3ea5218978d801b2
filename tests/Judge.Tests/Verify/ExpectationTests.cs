using Judge.Problems;
using Judge.Score;
using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class ExpectationTests
{
    [Theory]
    [InlineData("accepted", "AC AC", FindingCode.None)]
    [InlineData("accepted", "AC WA", FindingCode.WrongVerdict)]
    [InlineData("wrong_answer", "AC WA", FindingCode.None)]
    [InlineData("wrong_answer", "AC AC", FindingCode.WrongVerdict)]
    [InlineData("wrong_answer", "WA TLE", FindingCode.WrongVerdict)]
    [InlineData("time_limit_exceeded", "AC TLE", FindingCode.None)]
    [InlineData("time_limit_exceeded", "WA TLE", FindingCode.WrongVerdict)]
    [InlineData("run_time_error", "AC RTE", FindingCode.None)]
    [InlineData("run_time_error", "AC MLE", FindingCode.None)]
    [InlineData("memory_limit_exceeded", "MLE AC", FindingCode.None)]
    [InlineData("memory_limit_exceeded", "RTE AC", FindingCode.WrongVerdict)]
    [InlineData("output_limit_exceeded", "OLE", FindingCode.None)]
    [InlineData("brute_force", "AC TLE RTE", FindingCode.None)]
    [InlineData("brute_force", "AC WA TLE", FindingCode.WrongVerdict)]
    [InlineData("rejected", "AC WA TLE", FindingCode.None)]
    [InlineData("rejected", "AC", FindingCode.WrongVerdict)]
    [InlineData("partially_accepted", "AC WA", FindingCode.None)]
    [InlineData("partially_accepted", "AC AC", FindingCode.WrongScore)]
    [InlineData("partially_accepted", "WA WA", FindingCode.WrongScore)]
    [InlineData("accepted", "CE", FindingCode.NotCompiled)]
    [InlineData("compile_error", "CE", FindingCode.None)]
    [InlineData("compile_error", "AC", FindingCode.WrongVerdict)]
    [InlineData("wrong_answer", "JE", FindingCode.JudgeFailed)]
    public void A_folder_says_what_must_come_of_it(string folder, string verdicts, FindingCode code) =>
        Assert.Equal(code, Expectation.OfFolder(folder, full: 100)!.Unmet(Judged(verdicts), 100));

    [Fact]
    public void A_rule_may_speak_of_some_tests_only()
    {
        var samples = new Expectation { Tests = "sample", Permitted = Expectation.Set("AC") };
        Assert.Equal(FindingCode.None, samples.Unmet(Judged("AC WA"), 100));
        Assert.Equal(FindingCode.WrongVerdict, samples.Unmet(Judged("WA AC"), 100));
        var big = new Expectation { Tests = "secret/1", Required = Expectation.Set("WA") };
        Assert.Equal(FindingCode.None, big.Unmet(Judged("AC WA"), 100));
    }

    /// <summary>Points of a group that is named are its own, not those of its tests or of the whole.</summary>
    [Theory]
    [InlineData("secret/g1", 20, FindingCode.None)]
    [InlineData("secret/g2", 15, FindingCode.None)]
    [InlineData("secret/g2/a", 10, FindingCode.None)]
    [InlineData("secret/g2/{a,b}", 10, FindingCode.WrongScore)]
    [InlineData("secret", 35, FindingCode.None)]
    [InlineData("", 35, FindingCode.None)]
    [InlineData("sample", 0, FindingCode.None)]
    [InlineData("secret/g1", 35, FindingCode.WrongScore)]
    public void Points_of_a_group_can_be_wanted(string tests, int points, FindingCode code)
    {
        var judgement = Judged("AC WA") with
        {
            Share = 0.35m,
            Groups =
            [
                new GroupResult("g1", 1, 0.2m, Verdict.Accepted),
                new GroupResult("g2", 0.1875m, 0.8m, Verdict.WrongAnswer)
                {
                    Groups = [new("g2/a", 0.25m, 0.4m, Verdict.WrongAnswer), new("g2/b", 0.125m, 0.4m, Verdict.WrongAnswer)],
                },
            ],
        };
        Assert.Equal(code, new Expectation { Tests = tests, Score = (points, points) }.Unmet(judgement, 100));
    }

    [Fact]
    public void Points_and_messages_can_be_wanted()
    {
        Assert.Equal(FindingCode.None, new Expectation { Score = (50, 50) }.Unmet(Judged("AC WA"), 100));
        Assert.Equal(FindingCode.WrongScore, new Expectation { Score = (60, 70) }.Unmet(Judged("AC WA"), 100));
        Assert.Equal(FindingCode.MessageMissing, new Expectation { Message = "too long" }.Unmet(Judged("AC WA"), 100));
        Assert.Equal(FindingCode.None, new Expectation { Message = "remark" }.Unmet(Judged("AC WA"), 100));
    }

    [Theory]
    [InlineData("accepted", "mọi test: đúng", "every test: accepted")]
    [InlineData(
        "wrong_answer",
        "mọi test: đúng hoặc sai kết quả; ít nhất một test: sai kết quả",
        "every test: accepted or wrong answer; at least one test: wrong answer"
    )]
    [InlineData("partially_accepted", "trên 0 và dưới 100 điểm", "above 0 and below 100 points")]
    [InlineData("compile_error", "không biên dịch được", "does not compile")]
    public void What_is_wanted_is_said_in_words(string folder, string vietnamese, string english)
    {
        var expectation = Expectation.OfFolder(folder, full: 100)!;
        Assert.Equal(vietnamese, Sentences.InVietnamese.Say(expectation));
        Assert.Equal(english, Sentences.InEnglish.Say(expectation));
    }

    [Fact]
    public void Points_of_some_tests_are_said_in_words()
    {
        var expectation = new Expectation { Tests = "secret/1", Score = (2.5m, 3) };
        Assert.Equal("secret/1: từ 2,5 đến 3 điểm", Sentences.InVietnamese.Say(expectation));
        Assert.Equal("3 points", Sentences.InEnglish.Say(new Expectation { Score = (3, 3) }));
    }

    [Fact]
    public void A_verdict_that_is_none_is_refused() => Assert.Throws<FormatException>(() => Expectation.Set("AC", "PE"));

    [Theory]
    [InlineData("wrong_answer/*.py", "wrong_answer/greedy.py", true)]
    [InlineData("wrong_answer/*.py", "wrong_answer/greedy.pas", false)]
    [InlineData("wrong_answer", "wrong_answer/greedy.pas", true)]
    [InlineData("*/greedy.{py,pas}", "accepted/greedy.pas", true)]
    [InlineData("*", "accepted/greedy.pas", true)]
    [InlineData("*.pas", "accepted/greedy.pas", false)]
    [InlineData("secret/group1", "secret/group10/1", false)]
    [InlineData("a.b", "axb", false)]
    public void Patterns_match_within_names(string pattern, string path, bool matches) =>
        Assert.Equal(matches, Glob.Matches(pattern, path));

    [Fact]
    public void A_pattern_that_is_none_is_refused() => Assert.Throws<FormatException>(() => Glob.Matches("{a", "a"));

    /// <summary>Half of the points for each accepted test of two; the first is a sample when there are two.</summary>
    private static Judgement Judged(string verdicts)
    {
        var codes = verdicts.Split(' ');
        List<Verdict> all = [.. codes.Select(code => Enum.GetValues<Verdict>().First(verdict => verdict.Code() == code))];
        return new Judgement
        {
            Verdict = all.FirstOrDefault(verdict => verdict != Verdict.Accepted, Verdict.Accepted),
            Share = all.Count(verdict => verdict == Verdict.Accepted) / (decimal)all.Count,
            Tests = all[0] is Verdict.CompileError or Verdict.JudgeError
                ? []
                :
                [
                    .. all.Select(
                        (verdict, at) =>
                            new Judge.Score.TestOutcome(at.ToString(), at == 0 && all.Count > 1, verdict, 0, TimeSpan.Zero, 0)
                            {
                                StaffRemark = "a remark",
                            }
                    ),
                ],
        };
    }
}
