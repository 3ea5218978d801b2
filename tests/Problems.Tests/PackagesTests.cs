using Judge.Problems;

namespace Problems.Tests;

public sealed class PackagesTests
{
    public static TheoryData<string> All() => [.. Packages.Names];

    [Fact]
    public void There_are_ten_problems() => Assert.True(Packages.Names.Count >= 10, string.Join(", ", Packages.Names));

    [Fact]
    public void Two_problems_or_more_use_files() =>
        Assert.True(Packages.Names.Count(name => Packages.Library.Look(name)!.Problem!.Files is not null) >= 2);

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_is_told_in_Vietnamese_and_English(string name)
    {
        var problem = Packages.Library.Look(name)!.Problem!;
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
        var problem = Packages.Library.Look(name)!.Problem!;
        if (problem.Kind == TaskKind.OutputOnly)
        {
            return; // its inputs are given to the entrants, and each is work for an hour
        }

        Assert.Contains(problem.Tests, test => test.IsSample);
        Assert.True(problem.Tests.Count(test => !test.IsSample) >= 10);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_is_solved_in_Pascal_and_Python_and_has_what_fails(string name)
    {
        var problem = Packages.Library.Look(name)!.Problem!;
        var submissions = Packages.Submissions(name).ToList();
        Assert.Contains(submissions, path => path.Contains("/wrong_answer/"));
        if (problem.Kind == TaskKind.OutputOnly)
        {
            return;
        }

        foreach (var ending in (string[])[".pas", ".py"])
        {
            Assert.Contains(submissions, path => path.Contains("/accepted/") && path.EndsWith(ending, StringComparison.Ordinal));
        }

        if (
            problem is { Kind: TaskKind.Batch, Scores: false, Checker: Checker.BuiltIn(BuiltInChecker.Tokens) }
            && problem.Tests.All(test => test.Tokens == TokenOptions.None)
        )
        {
            Assert.Contains(submissions, path => path.Contains("/time_limit_exceeded/"));
        }
    }

    /// <summary>Whatever the judge can do, some package does it.</summary>
    [Fact]
    public void There_is_a_package_for_each_kind_of_task_and_of_checker()
    {
        var problems = Packages.Names.Select(name => Packages.Library.Look(name)!.Problem!).ToList();
        var levels = Packages.Levels.Names().Select(name => Packages.Levels.Look(name)!.Problem!);
        Assert.Equal(Enum.GetValues<TaskKind>()[1..], problems.Concat(levels).Select(problem => problem.Kind).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<BuiltInChecker>()[1..],
            problems.Select(problem => problem.Checker).OfType<Checker.BuiltIn>().Select(checker => checker.Kind).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<CheckerContract>()[1..],
            problems.Select(problem => problem.Checker).OfType<Checker.Program>().Select(checker => checker.Contract).Distinct().Order()
        );
        Assert.Contains(problems, problem => problem.Checker is Checker.Script);
        Assert.Contains(problems, problem => problem.ScoringScript is not null);
        Assert.Contains(problems, problem => problem.Passes > 1);
        Assert.Contains(problems, problem => problem.Mains.Values.Any(main => main.Main is not null));
        Assert.Contains(problems, problem => problem.Groups.Any(group => group.Requires.Count > 0));
        Assert.Contains(problems, problem => problem.Tests.Select(test => test.Mark).Distinct().Count() > 2);
        Assert.Contains(problems, problem => problem.Tests.Any(test => test.Tokens.AbsoluteTolerance is not null));
        Assert.Contains(problems, problem => problem.Files is { Streams: true });
        Assert.Contains(problems, problem => problem.InputValidators.Any(validator => validator.IsScript));
        Assert.Contains(problems, problem => problem.InputValidators.Any(validator => !validator.IsScript));
    }
}
