using System.Text;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Sandbox;
using Judge.Score;
using Judge.Tests.Formats;
using Judge.Verify;

namespace Judge.Tests.Verify;

/// <summary>Author's programs are compiled while a package is imported.</summary>
public sealed class ProgramTrialTests : IDisposable
{
    private readonly ImportFolder _folder = new("BAI1");

    public ProgramTrialTests() =>
        _folder
            .Write("Settings.cfg", "<ExamInformation Name=\"BAI1\" EvaluatorName=\"C8CompileThemis.dll\"/>")
            .Write("Test1/BAI1.INP", "1\n")
            .Write("Test1/BAI1.OUT", "1\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_checker_that_does_not_compile_refuses_the_package_with_the_compilers_words()
    {
        _folder.Write("cham.pas", "begin end.");
        var report = Import("main.pas(1,1) Fatal: Can't find unit Graph");
        Assert.Contains("Can't find unit Graph", ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Empty(Directory.GetDirectories(_folder.Into));
        Assert.True(Import("").IsGood);
    }

    [Fact]
    public void Without_boxes_a_package_is_stored_and_the_gap_is_told()
    {
        _folder.Write("cham.pas", "begin end.");
        var trial = new ProgramTrial(_ => throw new SandboxException("no engine"));
        var report = _folder.Import(request => request with { Trial = problem => Run(trial, problem) });
        Assert.True(report.IsGood);
        Assert.Contains("could not be compiled for a try", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void A_package_without_programs_asks_for_no_box()
    {
        File.Delete(Path.Combine(_folder.Source, "Settings.cfg"));
        var trial = new ProgramTrial(_ => throw new InvalidOperationException("a box"));
        Assert.True(_folder.Import(request => request with { Trial = problem => Run(trial, problem) }).IsGood);
    }

    [Fact]
    public void Where_boxes_are_busy_nobody_waits_for_ever_and_the_gap_is_told()
    {
        _folder.Write("cham.pas", "begin end.");
        using var enough = new CancellationTokenSource();
        var busy = new ProgramTrial(async ct =>
        {
            await enough.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            throw new InvalidOperationException("a box");
        });
        AssertUntried(problem => busy.RunAsync(problem, TestContext.Current.CancellationToken, enough.Token).GetAwaiter().GetResult());
        var late = new ProgramTrial(_ => Task.FromException<IPackageRunner>(new TimeoutException()));
        AssertUntried(problem => Run(late, problem));
    }

    [Fact]
    public void The_compilers_words_are_not_cut_amid_a_sign()
    {
        _folder.Write("cham.pas", "begin end.");
        foreach (var before in (string[])["", "x"])
        {
            var told = ImportFolder.Lines(Import(before + string.Concat(Enumerable.Repeat("😀", 400))), ImportLineKind.Error);
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(told)));
        }
    }

    private void AssertUntried(Func<Problem, IReadOnlyList<ImportLine>> trial)
    {
        var report = _folder.Import(request => request with { Trial = trial, Replace = true });
        Assert.True(report.IsGood);
        Assert.Contains("the boxes were busy", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    private ImportReport Import(string words)
    {
        var trial = new ProgramTrial(_ => Task.FromResult<IPackageRunner>(new Compiling(words)));
        return _folder.Import(request => request with { Trial = problem => Run(trial, problem) });
    }

    private static IReadOnlyList<ImportLine> Run(ProgramTrial trial, Problem problem) =>
        trial.RunAsync(problem, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private sealed class Compiling(string words) : IPackageRunner
    {
        public Task<string> CompileAsync(AuthorProgram program, CancellationToken ct) => Task.FromResult(words);

        public Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ValidateAsync(
            Problem problem,
            AuthorProgram validator,
            IReadOnlyList<ValidatorInput> inputs,
            CancellationToken ct
        ) => throw new NotSupportedException();

        public Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct) =>
            throw new NotSupportedException();
    }
}
