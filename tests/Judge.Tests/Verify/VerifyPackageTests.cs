using System.Net;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs.Check;
using Judge.Score;
using Judge.Tests.Problems.Package;
using Judge.Verify;

namespace Judge.Tests.Verify;

/// <summary>What a verification finds, with programs that were run elsewhere: <see cref="FakeRunner"/> says what came of them.</summary>
public sealed class VerifyPackageTests : IDisposable
{
    private static readonly Languages Languages = Languages.Load(Path.Combine(Support.Repository.Root, "sandbox-images"));

    private readonly PackageFolder _package = new();
    private readonly FakeRunner _author = new();

    public VerifyPackageTests()
    {
        foreach (var name in (string[])["sample/1.in", "sample/1.ans", "secret/1.in", "secret/1.ans"])
        {
            _package.Write($"data/{name}", name + "\n");
        }

        _package.Write("statement/problem.vi.md", new string('x', 120));
        _package.Write("statement/problem.en.md", new string('x', 120));
        _package.Write("input_validators/check.py", "");
        _package.Write("submissions/accepted/a.pas", "AC AC");
        _package.Write("submissions/wrong_answer/w.py", "AC WA");
    }

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task In_a_good_package_nothing_is_found()
    {
        var verification = await VerifyAsync();
        Assert.Empty(verification.Findings);
        Assert.Equal([("accepted/a.pas", true), ("wrong_answer/w.py", true)], verification.Submissions.Select(one => (one.Path, one.Good)));
        Assert.NotNull(verification.Time);
    }

    [Theory]
    [InlineData("submissions/accepted/a.pas", "AC WA", "Error WrongVerdict submissions/accepted/a.pas")]
    [InlineData("submissions/wrong_answer/w.py", "AC AC", "Error WrongVerdict submissions/wrong_answer/w.py|Warning NoWrong submissions")]
    [InlineData("submissions/strange/a.pas", "AC AC", "Warning UnknownFolder submissions/strange/a.pas")]
    [InlineData("submissions/accepted/b.rs", "AC AC", "Warning UnknownLanguage submissions/accepted/b.rs")]
    [InlineData("submissions/accepted/b.py", "print 'AC'", "Warning OldPython submissions/accepted/b.py")]
    [InlineData("submissions/accepted/b.py", "late", "Warning OutOfTime submissions/accepted/b.py")]
    [InlineData("submissions/wrong_answer/w.py", "WA AC", "Note NothingFailsTest data/secret/1")]
    [InlineData("data/secret/2.in", "secret/1.in\n", "Warning SameInput data/secret/2|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "no end", "Warning NoFinalNewline data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "1\r\n", "Warning CarriageReturns data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "bad\n", "Error InputRefused data/secret/2|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "", "Note EmptyInput data/secret/2|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.ans", "refused\n", "Warning AnswerRefused data/secret/2|Note NothingFailsTest data/secret/2")]
    [InlineData("data/sample/1.ans", "refused\n", "Error AnswerRefused data/sample/1")]
    [InlineData("data/sample/1.out", "refused\n", "Error AnswerRefused data/sample/1")]
    [InlineData("submissions/accepted/b.py", "RTE WA raw_input(", "Warning OldPython submissions/accepted/b.py")]
    [InlineData("submissions/accepted/b.py", "WA WA raw_input(", "Error WrongVerdict submissions/accepted/b.py")]
    [InlineData("submissions/accepted/b.py", "#!python2 WA", "Warning OldPython submissions/accepted/b.py")]
    [InlineData("submissions/accepted/b.py", "AC AC raw_input(", "")]
    [InlineData("submissions/accepted/b.py2", "AC AC", "Warning OldPython submissions/accepted/b.py2")]
    [InlineData("data/secret/2.in", "1\r2\n", "Warning CarriageReturns data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "1 \n", "Note TrailingBlanks data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "1\u00A02\n", "Warning HiddenBlanks data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "1\u001a\n", "Warning EndMark data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData("data/secret/2.in", "1\02\n", "Warning NulBytes data/secret/2.in|Note NothingFailsTest data/secret/2")]
    [InlineData(
        "data/secret/2.in",
        "\uFEFF1\n",
        "Warning ByteOrderMark data/secret/2.in|Warning AnswerEncoding data/secret/2|Note NothingFailsTest data/secret/2"
    )]
    [InlineData(
        "data/secret/2.ans",
        "1\0\n\0",
        "Error Utf16Text data/secret/2.ans|Warning AnswerEncoding data/secret/2|Note NothingFailsTest data/secret/2"
    )]
    [InlineData("data/invalid_input/1.in", "good\n", "Error BadInputAccepted data/invalid_input/1.in")]
    [InlineData("data/invalid_input/1.in", "bad\n", "")]
    [InlineData("data/invalid_output/1.out", "fine\n", "Error BadOutputAccepted data/invalid_output/1.out")]
    [InlineData("data/invalid_output/1.out", "refused\n", "")]
    [InlineData("data/valid_output/1.out", "refused\n", "Error GoodOutputRefused data/valid_output/1.out")]
    [InlineData("statement/problem.vi.md", "Ngắn.", "Warning ShortStatement statement/problem.vi.md")]
    [InlineData("statement/problem.vi.md", "", "Error NoStatement statement/problem.vi.md")]
    public async Task What_is_wrong_is_found(string file, string text, string findings)
    {
        _package.Write(file, text);
        if (file.StartsWith("data/secret/2"))
        {
            foreach (var other in (string[])["data/secret/2.in", "data/secret/2.ans"])
            {
                if (other != file)
                {
                    _package.Write(other, "fine\n");
                }
            }
        }

        var verification = await VerifyAsync();
        Assert.Equal(
            findings,
            string.Join('|', verification.Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Subject}"))
        );
        Assert.Equal(findings.Contains("Error"), verification.HasErrors);
        string[] unjudged = ["UnknownFolder", "UnknownLanguage", "OldPython", "OutOfTime"];
        Assert.Equal(unjudged.Count(findings.Contains), verification.Unjudged.Count);
    }

    [Fact]
    public async Task Without_a_right_solution_there_is_an_error()
    {
        _package.Delete("submissions/accepted/a.pas");
        Assert.Contains((await VerifyAsync()).Findings, finding => finding is { Severity: Severity.Error, Code: FindingCode.NoAccepted });
    }

    [Fact]
    public async Task The_settings_of_submissions_win_over_their_folder()
    {
        _package.Write("submissions/submissions.yaml", "wrong_answer/w.py: {sample: {permitted: [WA]}}\naccepted: {permitted: [WA]}\n");
        var verification = await VerifyAsync();
        Assert.Equal(2, verification.Findings.Count(finding => finding.Code == FindingCode.WrongVerdict));
    }

    [Fact]
    public async Task The_page_escapes_what_the_package_says()
    {
        _package.Write("submissions/strange/<script>.pas", "");
        var page = VerifyHtml.Page(await VerifyAsync(), Sentences.InVietnamese);
        Assert.DoesNotContain("<script>", page);
        Assert.Contains("&lt;script&gt;", page);
    }

    [Fact]
    public async Task The_page_says_what_is_wanted_in_words_with_heads_over_their_numbers()
    {
        var page = WebUtility.HtmlDecode(VerifyHtml.Page(await VerifyAsync(), Sentences.InVietnamese));
        Assert.Contains("mọi test: đúng hoặc sai kết quả; ít nhất một test: sai kết quả", page);
        Assert.Contains("AC: Đúng · WA: Sai kết quả", page);
        Assert.Contains("<th scope=\"col\" class=\"num\">Điểm</th>", page);
        Assert.DoesNotContain("≥1", page);
    }

    [Fact]
    public void Every_finding_has_a_sentence_in_both_languages()
    {
        foreach (var code in Enum.GetValues<FindingCode>().Where(code => code != FindingCode.None))
        {
            var (vietnamese, english) = (
                Sentences.InVietnamese.Say(new Finding(Severity.Note, code, "")),
                Sentences.InEnglish.Say(new Finding(Severity.Note, code, ""))
            );
            Assert.EndsWith(".", vietnamese);
            Assert.EndsWith(".", english);
            Assert.NotEqual(vietnamese, english);
        }
    }

    private Task<Verification> VerifyAsync() =>
        new VerifyPackage(_author, Languages).RunAsync(ProblemPackage.Load(_package.Path), null, TestContext.Current.CancellationToken);

    /// <summary>A solution is the list of its verdicts; inputs that say "bad" are refused, and so are answers that say "refused".</summary>
    internal sealed class FakeRunner : IPackageRunner
    {
        public Task<string> CompileAsync(AuthorProgram program, CancellationToken ct) => Task.FromResult("");

        public Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct)
        {
            if (source.Span.SequenceEqual("late"u8))
            {
                throw new TimeoutException();
            }

            var codes = System.Text.Encoding.UTF8.GetString(source.Span).Split(' ');
            List<Verdict> verdicts =
            [
                .. problem.Tests.Select(
                    (_, at) =>
                        Enum.GetValues<Verdict>()
                            .FirstOrDefault(verdict => verdict.Code() == (codes.ElementAtOrDefault(at) ?? "AC"), Verdict.RuntimeError)
                ),
            ];
            return Task.FromResult(
                new Judgement
                {
                    Verdict = verdicts.FirstOrDefault(verdict => verdict != Verdict.Accepted, Verdict.Accepted),
                    Share = verdicts.Count(verdict => verdict == Verdict.Accepted) / (decimal)verdicts.Count,
                    Program = new ProgramReport { Cpu = TimeSpan.FromMilliseconds(100) },
                    Tests =
                    [
                        .. problem.Tests.Select(
                            (test, at) =>
                                new Judge.Score.TestOutcome(test.Name, test.IsSample, verdicts[at], 1, TimeSpan.FromMilliseconds(100), 0)
                        ),
                    ],
                }
            );
        }

        public Task<IReadOnlyList<string>> ValidateAsync(
            Problem problem,
            AuthorProgram validator,
            IReadOnlyList<ValidatorInput> inputs,
            CancellationToken ct
        ) =>
            Task.FromResult<IReadOnlyList<string>>([
                .. inputs.Select(input => File.ReadAllText(input.Path).StartsWith("bad") ? "it says bad" : ""),
            ]);

        public Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<CheckResult>>([
                .. outputs.Select(output =>
                    File.ReadAllText(output.Path).StartsWith("refused") ? CheckResult.Wrong(Fault.Different) : CheckResult.Right
                ),
            ]);
    }
}
