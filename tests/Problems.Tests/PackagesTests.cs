namespace Problems.Tests;

public sealed class PackagesTests
{
    public static TheoryData<string> All() => [.. Packages.Names];

    [Fact]
    public void There_are_ten_problems() => Assert.True(Packages.Names.Count >= 10, string.Join(", ", Packages.Names));

    [Fact]
    public void Two_problems_or_more_use_files() =>
        Assert.True(Packages.Names.Count(name => Packages.Library.Find(name)!.Files is not null) >= 2);

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_is_told_in_Vietnamese_and_English(string name)
    {
        var problem = Packages.Library.Find(name)!;
        foreach (var language in (string[])["vi", "en"])
        {
            Assert.False(string.IsNullOrWhiteSpace(problem.Titles.GetValueOrDefault(language)), $"{name} has no title in {language}.");
            Assert.True(problem.Statement(language).Length > 200, $"The statement of {name} in {language} is too short.");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_has_samples_and_ten_secret_tests(string name)
    {
        var tests = Packages.Library.Find(name)!.Tests;
        Assert.Contains(tests, test => test.IsSample);
        Assert.True(tests.Count(test => !test.IsSample) >= 10);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_is_solved_in_Pascal_and_Python_and_has_what_fails(string name)
    {
        var submissions = Packages.Submissions(name).ToList();
        foreach (var ending in (string[])[".pas", ".py"])
            Assert.Contains(submissions, path => path.Contains("/accepted/") && path.EndsWith(ending, StringComparison.Ordinal));
        Assert.Contains(submissions, path => path.Contains("/wrong_answer/"));
        Assert.Contains(submissions, path => path.Contains("/time_limit_exceeded/"));
    }
}
