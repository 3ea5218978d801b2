using ArenaWeb.Words;
using Judge.Problems;

namespace ArenaWeb.Contests;

/// <summary>A package of the library as the organiser chooses from it.</summary>
/// <param name="Title">The bare name where the package is gone or broken.</param>
/// <param name="Points">Its full score as it is typed in a form; empty: the package is gone or broken.</param>
/// <param name="Limits">Time and memory limit in words; empty: the package is gone or broken.</param>
/// <param name="Warnings">Sentences on what is wrong with the choice, a line each.</param>
internal sealed record ProblemChoice(string Title, string Points, string Limits, IReadOnlyList<string> Warnings)
{
    /// <summary>Null: it is gone or broken.</summary>
    public Problem? Package { get; private init; }

    /// <summary>What a problem counts whose tests have no points.</summary>
    private const decimal UsualPoints = 100;

    /// <param name="problem">Null: the package is gone or broken.</param>
    public static ProblemChoice Of(string name, Problem? problem, Phrases words) =>
        problem is null
            ? new(name, "", "", [words["admin.problem.broken"]])
            : new(
                problem.Title(words.Language.Code),
                NumberInput.Shown(problem.Scores ? problem.FullScore : UsualPoints),
                words[
                    "admin.library.limits",
                    words.Number((decimal)problem.TimeLimit.TotalSeconds),
                    problem.MemoryBytes >> 20,
                    problem.Tests.Count
                ],
                []
            )
            {
                Package = problem,
            };
}
