using FsCheck;
using FsCheck.Fluent;
using Judge.Problems;
using Judge.Score;

namespace Judge.Tests.Programs.Verdicts;

/// <summary>Short ways to write problems with groups and their results down, and any such problem.</summary>
internal static class Subtasks
{
    public static Problem Problem(Aggregation total, params TestGroup[] groups) =>
        Some.Problem() with
        {
            Groups = groups,
            Tests = [.. groups.SelectMany(group => group.Tests)],
            Total = total,
            Scores = true,
        };

    /// <summary>Tests <c>NAME/1</c>, <c>NAME/2</c> and so on.</summary>
    public static TestGroup Group(
        string name,
        decimal max,
        Aggregation aggregation,
        int tests,
        bool stops = false,
        params string[] requires
    ) =>
        new()
        {
            Name = name,
            IsSample = name == "sample",
            Max = max,
            Aggregation = aggregation,
            Stops = stops,
            Requires = requires,
            Tests = [.. Enumerable.Range(1, tests).Select(i => new Test($"{name}/{i}", name == "sample", "", "") { Group = name })],
        };

    /// <summary>A group of groups, whose names begin with its own.</summary>
    public static TestGroup Nest(string name, Aggregation aggregation, params TestGroup[] groups) =>
        new()
        {
            Name = name,
            IsSample = false,
            Max = TestGroup.MostOf(aggregation, groups.Select(group => group.Max)),
            Aggregation = aggregation,
            Groups = groups,
            Tests = [.. groups.SelectMany(group => group.Tests)],
        };

    public static TestGroup Samples(int tests) => Group("sample", 0, Aggregation.PassFail, tests);

    public static TestGroup WithMarks(this TestGroup group, params decimal[] marks) =>
        group with
        {
            Tests = [.. group.Tests.Zip(marks, (test, mark) => test with { Mark = mark })],
        };

    /// <summary>
    /// Results in the order of the tests, groups parted by spaces: A accepted, W wrong, T too slow, J judge error, h half a mark, - none.
    /// </summary>
    public static TestOutcome[] Results(Problem problem, string letters) =>
        [.. problem.Tests.Zip(letters.Replace(" ", ""), Result).OfType<TestOutcome>()];

    public static TestOutcome? Result(Test test, char letter)
    {
        var (verdict, share) = letter switch
        {
            'A' => (Verdict.Accepted, 1m),
            'W' => (Verdict.WrongAnswer, 0m),
            'T' => (Verdict.TimeLimit, 0m),
            'J' => (Verdict.JudgeError, 0m),
            'h' => (Verdict.WrongAnswer, 0.5m),
            _ => default,
        };
        return verdict == Verdict.None
            ? null
            : new TestOutcome(test.Name, test.IsSample, verdict, share, TimeSpan.Zero, 0) { Group = test.Group };
    }

    /// <summary>Ways to put groups together.</summary>
    private static readonly Gen<Aggregation> AnyTotal = Gen.Elements(
        Aggregation.Sum,
        Aggregation.Sum,
        Aggregation.Min,
        Aggregation.PassFail,
        Aggregation.Max,
        Aggregation.Average
    );

    /// <summary>Any problem with up to four groups, some of them of groups, and a letter for each of its tests.</summary>
    public static Gen<(Problem Problem, string Letters)> Any { get; } =
        from total in AnyTotal
        from samples in Gen.Choose(0, 2)
        from groups in AnyGroups("", depth: 0)
        let problem = Problem(total, samples == 0 ? groups : [Samples(samples), .. groups])
        from letters in AnyLetters(problem)
        select (problem, letters);

    public static Gen<string> AnyLetters(Problem problem) =>
        Gen.Elements("AAAAAAhWT".ToCharArray()).ArrayOf(problem.Tests.Count).Select(letters => new string(letters));

    /// <param name="folder">Where they lie, with a slash at its end; empty: these are the subtasks.</param>
    private static Gen<TestGroup[]> AnyGroups(string folder, int depth) =>
        Gen.Choose(1, 4 - depth)
            .SelectMany(count => Gen.CollectToArray(Enumerable.Range(1, count), number => AnyGroup(folder, number, depth)));

    private static Gen<TestGroup> AnyGroup(string folder, int number, int depth) =>
        from requires in Gen.SubListOf(Enumerable.Range(1, number - 1).Select(i => $"{folder}{i}").ToArray())
        from isNest in Gen.Elements(true, false, false)
        from one in isNest && depth < 2 ? AnyNest($"{folder}{number}", depth) : AnyOfTests($"{folder}{number}", number)
        select one with
        {
            Requires = [.. requires],
        };

    private static Gen<TestGroup> AnyNest(string name, int depth) =>
        from aggregation in AnyTotal
        from groups in AnyGroups(name + "/", depth + 1)
        select Nest(name, aggregation, groups);

    private static Gen<TestGroup> AnyOfTests(string name, int number) =>
        from aggregation in Gen.Elements(Enum.GetValues<Aggregation>()[1..])
        from max in Gen.Elements(0m, 1, 10, 33.3m, 100 / 3m)
        from stops in Gen.Elements(false, false, true)
        from marks in Gen.Elements(0m, 0.5m, 1, 1 / 3m).ArrayOf(1 + number % 3)
        select Group(name, max, aggregation, marks.Length, stops).WithMarks(marks);
}
