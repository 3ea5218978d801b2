using ArenaWeb.Judgements;
using ArenaWeb.Words;
using Judge.Problems;

namespace ArenaWeb.Library;

/// <summary>What kind of problem a package holds, in words.</summary>
internal static class ProblemWords
{
    public static string Kind(Problem problem, Phrases words) =>
        problem.Passes > 1
            ? words["library.kind.passes", words[$"library.kind.{problem.Kind}"], problem.Passes]
            : words[$"library.kind.{problem.Kind}"];

    /// <summary>What decides: the interactor, or else the checker.</summary>
    public static string Decider(Problem problem, Phrases words) =>
        problem.Interactor is not null
            ? words["library.interactor", Contract(problem.InteractorContract)]
            : problem.Checker switch
            {
                Checker.BuiltIn builtIn => words[$"library.checker.{builtIn.Kind}"],
                Checker.Program program => words["library.checker.program", Contract(program.Contract)],
                _ => words["library.checker.script"],
            };

    /// <summary>Time and memory.</summary>
    public static string Limits(Problem problem, Phrases words) =>
        words["library.limits", words.Number((decimal)problem.TimeLimit.TotalSeconds), problem.MemoryBytes >> 20];

    /// <summary>Groups that give points.</summary>
    public static IEnumerable<TestGroup> Subtasks(Problem problem) => problem.Groups.Where(group => !group.IsSample);

    /// <summary>The groups that give points, each before those in it, with how far they are set in.</summary>
    public static IEnumerable<(TestGroup Group, int Depth)> Tree(Problem problem) => Subtasks(problem).SelectMany(group => Whole(group, 0));

    /// <summary>How a group comes to its points.</summary>
    public static string Rule(TestGroup group, Phrases words) =>
        string.Join(
            "; ",
            [
                words[$"library.rule.{(group.Groups.Count > 0 ? "groups." : "")}{group.Aggregation}"],
                .. group.Stops ? (string[])[words["library.rule.stops"]] : [],
                .. group.Requires.Count > 0
                    ? (string[])
                        [words["library.rule.requires", string.Join(", ", group.Requires.Select(name => GroupLine.NameOf(name, words)))]]
                    : [],
            ]
        );

    private static IEnumerable<(TestGroup Group, int Depth)> Whole(TestGroup group, int depth) =>
        group.Groups.SelectMany(inner => Whole(inner, Math.Min(depth + 1, 3))).Prepend((group, depth));

    private static string Contract(CheckerContract contract) =>
        contract switch
        {
            CheckerContract.Testlib => "testlib",
            CheckerContract.Cms => "CMS",
            CheckerContract.Hustoj => "HUSTOJ",
            _ => contract.ToString(),
        };
}
