using System.Text;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace Judge.Tests.Submit;

public sealed class SubmitRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> Installed = ["pascal", "python"];

    private static readonly Contest Running = new()
    {
        Code = "THT",
        Names = new Dictionary<string, string> { ["vi"] = "Tin học trẻ" },
        Scoring = ScoringStyle.Points,
        Start = Start,
        End = Start.AddMinutes(150),
        Problems = [new ContestProblem("BAI1", "aplusb", 10)],
    };

    [Theory]
    [InlineData(-1, SubmitResult.NotStarted)]
    [InlineData(0, SubmitResult.None)]
    [InlineData(150 * 60_000 - 1, SubmitResult.None)]
    [InlineData(150 * 60_000, SubmitResult.Ended)]
    public void The_start_belongs_to_the_window_and_the_end_does_not(int milliseconds, SubmitResult expected) =>
        Assert.Equal(expected, Decide(now: Start.AddMilliseconds(milliseconds)));

    [Theory]
    [InlineData("BAI1", SubmitResult.None)]
    [InlineData("bai1", SubmitResult.None)]
    [InlineData("BAI2", SubmitResult.UnknownProblem)]
    [InlineData("", SubmitResult.UnknownProblem)]
    public void A_problem_is_known_by_its_label_in_any_letter_case(string label, SubmitResult expected) =>
        Assert.Equal(expected, Decide(label: label));

    [Theory]
    [InlineData("pascal", "", SubmitResult.None)]
    [InlineData("python", "pascal", SubmitResult.UnknownLanguage)]
    [InlineData("pascal", "pascal", SubmitResult.None)]
    [InlineData("cobol", "", SubmitResult.UnknownLanguage)]
    [InlineData("../pascal", "", SubmitResult.UnknownLanguage)]
    public void A_language_must_be_installed_and_allowed(string language, string allowed, SubmitResult expected) =>
        Assert.Equal(
            expected,
            Decide(Running with { Languages = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries) }, language: language)
        );

    [Theory]
    [InlineData(2, 3, SubmitResult.None)]
    [InlineData(3, 3, SubmitResult.AttemptsUsedUp)]
    [InlineData(1_000, null, SubmitResult.None)]
    public void Attempts_are_counted_when_there_is_a_limit(int attempts, int? limit, SubmitResult expected) =>
        Assert.Equal(expected, Decide(Running with { AttemptsLimit = limit }, before: new Before(attempts, 0)));

    [Theory]
    [InlineData(SubmitRule.MostWaiting - 1, SubmitResult.None)]
    [InlineData(SubmitRule.MostWaiting, SubmitResult.TooManyWaiting)]
    public void Only_so_many_may_wait(int waiting, SubmitResult expected) =>
        Assert.Equal(expected, Decide(before: new Before(waiting, waiting)));

    [Fact]
    public void A_source_of_the_greatest_size_is_accepted_and_one_more_byte_is_not()
    {
        Assert.Equal(SubmitResult.None, SubmitRule.OfSource(Encoding.ASCII.GetBytes(new string('x', SubmitRule.MostBytes))));
        Assert.Equal(SubmitResult.TooLarge, SubmitRule.OfSource(Encoding.ASCII.GetBytes(new string('x', SubmitRule.MostBytes + 1))));
        Assert.Equal(SubmitResult.TooLarge, SubmitRule.OfSource(new byte[10_000_000]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t \n")]
    [InlineData("\uFEFF\r\n")]
    [InlineData("\u001a")]
    public void Nothing_but_blanks_is_empty(string source) =>
        Assert.Equal(SubmitResult.Empty, SubmitRule.OfSource(Encoding.UTF8.GetBytes(source)));

    [Theory]
    [InlineData("begin\0end.")]
    [InlineData("\u007fELF\u0002\u0001\u0001")]
    [InlineData("MZ\u0090\u0003")]
    [InlineData("PK\u0003\u0004")]
    public void Bytes_that_no_text_has_are_refused(string source) =>
        Assert.Equal(SubmitResult.NotText, SubmitRule.OfSource(Encoding.Latin1.GetBytes(source)));

    [Fact]
    public void Text_in_UTF_16_is_refused() =>
        Assert.Equal(SubmitResult.NotText, SubmitRule.OfSource(Encoding.Unicode.GetBytes("begin end.")));

    [Fact]
    public void Old_eight_bit_Vietnamese_and_the_end_mark_of_DOS_are_text() =>
        Assert.Equal(SubmitResult.None, SubmitRule.OfSource([.. "writeln('T"u8, 0xEE, 0xA4, 0xFF, .. "');\r\nend.\u001a"u8]));

    [Fact]
    public void Text_after_the_end_of_the_program_is_left_to_the_compiler() =>
        Assert.Equal(SubmitResult.None, SubmitRule.OfSource("begin end. and so on"u8));

    [Fact]
    public void A_zip_was_looked_into_before_it_comes_here()
    {
        Assert.Equal(SubmitResult.None, SubmitRule.OfHandin("PK\u0003\u0004\0\0"u8, Some.Problem()));
        Assert.Equal(SubmitResult.NotText, SubmitRule.OfHandin("MZ\0\0"u8, Some.Problem()));
    }

    [Fact]
    public void The_problem_says_how_large_a_hand_in_may_be()
    {
        Assert.Equal(SubmitResult.TooLarge, SubmitRule.OfHandin(new byte[11], Some.Problem() with { SourceBytes = 10 }));
        Assert.Equal(SubmitRule.MostBytes, SubmitRule.MostBytesOf(Some.Problem() with { SourceBytes = SubmitRule.MostBytes * 2 }));
        var outputs = Some.Problem() with { Kind = TaskKind.OutputOnly };
        Assert.Equal(SubmitResult.None, SubmitRule.OfHandin(new byte[SubmitRule.MostBytes * 2], outputs));
        Assert.Equal(SubmitResult.Empty, SubmitRule.OfHandin([], outputs));
    }

    [Fact]
    public void The_problem_says_which_languages_it_takes()
    {
        Assert.Equal(SubmitResult.LanguageNotForProblem, Decide(problem: Some.Problem() with { Languages = ["python"] }));
        Assert.Equal(SubmitResult.None, Decide(problem: Some.Problem() with { Languages = ["pascal"] }));
        Assert.Equal(SubmitResult.None, Decide(language: "", problem: Some.Problem() with { Kind = TaskKind.OutputOnly }));
        Assert.Equal(SubmitResult.UnknownLanguage, Decide(language: "", problem: Some.Problem()));
    }

    private static SubmitResult Decide(
        Contest? contest = null,
        string label = "BAI1",
        string language = "pascal",
        Before before = default,
        DateTimeOffset? now = null,
        Problem? problem = null
    ) =>
        SubmitRule.Decide(
            contest ?? Running,
            new Handin(Running.Id, new EntrantId(1), label, language, "begin end."u8.ToArray(), Guid.Empty),
            Installed,
            problem,
            before,
            now ?? Start.AddMinutes(5)
        );
}
