using System.Text;
using Judge.Formats.Draft;
using Judge.Grade;
using Judge.Problems;
using Judge.Score;
using Judge.Tests.Submit.Intake;
using Support;

namespace Judge.Tests.Grade;

public sealed class GraderTests : IDisposable
{
    private static readonly Languages Known = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));
    private static readonly Problem Doan = Some.Problem() with { Name = "doan" };
    private static readonly Judgement Right = new() { Verdict = Verdict.Accepted, Share = 1 };

    private readonly string _results = Path.Combine(Directory.CreateTempSubdirectory("grader-").FullName, "KetQua");
    private readonly List<Grading> _told = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_results)!, recursive: true);

    [Fact]
    public async Task Each_source_is_judged_in_the_language_of_its_file_and_gets_a_log()
    {
        List<string> judged = [];
        var grader = new Grader(
            (problem, language, source, _) =>
            {
                judged.Add($"{problem.Name} {language} {Encoding.UTF8.GetString(source.Span)}");
                return Task.FromResult(Right);
            },
            Known,
            slots: 1,
            _results,
            Sentences.InVietnamese
        );
        await grader.RunAsync([Doan], [One("An", "DOAN.PAS", "begin end."), One("Bình", "doan.py", "pass")], Tell, Ct);
        Assert.Equal(["doan pascal begin end.", "doan python pass"], judged);
        Assert.Equal([("An", 1m), ("Bình", 1m)], _told.Select(grading => (grading.Contestant, grading.Judgement!.Share)));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_results, "Logs")).Length);
        Assert.True(File.Exists(Path.Combine(_results, "BangDiem.xlsx")));
    }

    [Fact]
    public async Task What_is_missing_too_large_or_in_no_known_language_is_not_judged()
    {
        var grader = new Grader(
            (_, _, _, _) => throw new InvalidOperationException("Nothing to judge."),
            Known,
            slots: 2,
            _results,
            Sentences.InVietnamese
        );
        var contestants = new[]
        {
            new Contestant("An", []),
            One("Bình", "DOAN.PAS", new string(' ', 300 << 10)),
            One("Cường", "DOAN.RAR", "x"),
            One("Dũng", "KHAC.PAS", "begin end."),
        };
        await grader.RunAsync([Doan], contestants, Tell, Ct);
        Assert.Equal(["An", "Bình", "Cường", "Dũng"], _told.Select(grading => grading.Contestant).Order());
        Assert.All(_told, grading => Assert.Null(grading.Judgement));
    }

    [Fact]
    public async Task Each_file_that_was_not_graded_gets_a_line_and_what_was_left_out_of_a_zip_too()
    {
        var grader = new Grader((_, _, _, _) => Task.FromResult(Right), Known, slots: 1, _results, Sentences.InVietnamese);
        var zip = Handed.Zip(Handed.File("Bài 1.pas"), Handed.File("Bài 1.exe"));
        var lines = await grader.RunAsync(
            [Doan],
            [
                One("An", "KHAC.PAS", "begin end."),
                One("Bình", "DOAN.PAS", "a\0b"),
                One("Cường", "DOAN.PAS", ""),
                new Contestant("Dũng", [new ContestantSource("DOAN", "DOAN.zip", zip.Bytes)]),
                new Contestant("Em", [.. One("Em", "DOAN.PAS", "x").Sources, .. One("Em", "Đoàn.PAS", "x").Sources]),
                One("Giang", "DOAN.PAS", "begin end."),
            ],
            Tell,
            Ct
        );
        Assert.Equal(
            ["An: Error", "Bình: Error", "Cường: Error", "Dũng: LeftOut", "Em: Error"],
            lines.Select(line => $"{line.Text.Arguments[0]}: {line.Kind}").Order(StringComparer.Ordinal)
        );
        Assert.All(lines, line => Assert.Matches("KHAC.PAS|DOAN.PAS|Đoàn.PAS|Bài 1.exe", line.Vietnamese));
        var log = await File.ReadAllTextAsync(Path.Combine(_results, "Logs", "Bình[DOAN].PAS.log"), Ct);
        Assert.StartsWith("Bình‣DOAN: Chưa chấm\r\nDOAN.PAS\r\n", log);
    }

    [Theory]
    [InlineData("DOAN.PAS.txt", "DOAN.PAS.txt")]
    [InlineData("doan", "doan")]
    [InlineData("Doan.pyw", "Doan.pyw")]
    public async Task A_file_with_the_name_of_a_problem_and_no_ending_of_a_source_is_told_with_its_cure(string file, string told)
    {
        var grader = new Grader((_, _, _, _) => Task.FromResult(Right), Known, slots: 1, _results, Sentences.InVietnamese);
        var other = new ContestantSource("DOAN", file, "begin end."u8.ToArray());
        var lines = await grader.RunAsync(
            [Doan],
            [new Contestant("An", []) { Others = [other] }, One("Bình", "DOAN.PAS", "begin end.") with { Others = [other] }],
            Tell,
            Ct
        );
        var line = Assert.Single(lines);
        Assert.Equal(ImportLineKind.Error, line.Kind);
        Assert.Contains(told, line.Vietnamese);
        Assert.Contains(".pas", line.Vietnamese);
    }

    [Fact]
    public async Task What_was_graded_before_an_interruption_is_not_lost()
    {
        using var interruption = new CancellationTokenSource();
        var grader = new Grader(
            (_, _, _, ct) =>
            {
                ct.ThrowIfCancellationRequested();
                return Task.FromResult(Right);
            },
            Known,
            slots: 1,
            _results,
            Sentences.InVietnamese
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            grader.RunAsync(
                [Doan],
                [One("An", "DOAN.PAS", "begin end."), One("Bình", "DOAN.PAS", "begin end.")],
                (_, _, _) => interruption.Cancel(),
                interruption.Token
            )
        );
        Assert.Single(Directory.GetFiles(Path.Combine(_results, "Logs")));
        Assert.True(File.Exists(Path.Combine(_results, "BangDiem.xlsx")));
    }

    private static Contestant One(string name, string file, string source) =>
        new(name, [new ContestantSource(Path.GetFileNameWithoutExtension(file).ToUpperInvariant(), file, Encoding.UTF8.GetBytes(source))]);

    private void Tell(Grading grading, int done, int of)
    {
        lock (_told)
        {
            _told.Add(grading);
        }
    }
}
