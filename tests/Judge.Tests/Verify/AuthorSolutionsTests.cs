using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit.Intake;
using Judge.Tests.Problems.Package;
using Judge.Tests.Submit.Intake;
using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class AuthorSolutionsTests : IDisposable
{
    private static readonly Language Python = Some.Language() with { Id = "python", Extensions = [".py"], Source = "main.py" };

    private readonly PackageFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void What_a_rule_of_a_folder_does_not_say_stays_as_the_folder_means_it()
    {
        var solution = Read("accepted: {use_for_time_limit: false}\nwrong_answer: {permitted: [AC, WA, TLE]}\n");
        Assert.False(solution[0].UsesTime);
        Assert.Equal("AC", Assert.Single(solution[0].Expectations).ToString());
        Assert.Equal("AC WA TLE, ≥1 WA", Assert.Single(solution[1].Expectations).ToString());
    }

    [Fact]
    public void A_rule_of_a_file_is_added_to_that_of_its_folder()
    {
        var solution = Read("wrong_answer/bad.py: {secret/g1: {score: 20}, score: [10, 40.5], message: too long}\n");
        Assert.Equal(["AC WA, ≥1 WA", "10–40.5", "secret/g1: 20–20"], solution[1].Expectations.Select(expected => expected.ToString()));
    }

    [Theory]
    [InlineData("wrong_answer/bad.py: {permited: [AC]}", "unknown key 'permited'")]
    [InlineData("wrong_answer/bad.py: {secret/g1: {permited: [AC]}}", "permited'")]
    [InlineData("wrong_answer/bad.py: {permitted: [OK]}", "'OK' is no verdict")]
    [InlineData("wrong_answer/bad.py: {required: [OK]}", "'OK' is no verdict")]
    [InlineData("wrong_answer/bad.py: {score: many}", "no number of points")]
    [InlineData("wrong_answer/bad.py: {score: [1, 2, 3]}", "a number or a pair of numbers")]
    [InlineData("wrong_answer/bad.py: {'secret/{a': {score: 1}}", "no pattern of submissions.yaml")]
    [InlineData("'wrong_answer/{bad.py': {score: 1}", "no pattern of submissions.yaml")]
    [InlineData("accepted/several: {entrypoint: nosuch.py}", "has no file 'nosuch.py'")]
    public void A_rule_that_makes_no_sense_is_refused(string rules, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<PackageException>(() => Read(rules + "\n")).Message);

    [Fact]
    public async Task The_entry_point_of_a_folder_is_what_is_run()
    {
        var solution = Read("accepted/several: {entrypoint: solve.py, language: python3}\n")[0];
        Assert.Equal(("solve.py", "python3"), (solution.EntryPoint, solution.Language));
        var files = SolutionFiles.Of(solution, await HandedFiles.ReadAsync(solution.Files, TestContext.Current.CancellationToken), Python);
        var handin = HandinIntake.Decide(files, Some.Problem(), "python", Handed.Known).Handin!;
        var sources = Judge.Programs.Compile.SourceSet.Of(handin.Bytes, Some.Problem(), Python);
        Assert.Equal("__main__.py", sources.Entry);
        Assert.Equal(["__main__.py", "lib.py"], sources.Files.Keys.Order(StringComparer.Ordinal));
    }

    private IReadOnlyList<AuthorSolution> Read(string rules)
    {
        _package.Write("submissions/accepted/several/solve.py", "import lib\n");
        _package.Write("submissions/accepted/several/lib.py", "");
        _package.Write("submissions/wrong_answer/bad.py", "");
        _package.Write("submissions/submissions.yaml", rules);
        return AuthorSolutions.Read(ProblemPackage.Load(_package.Path));
    }
}
