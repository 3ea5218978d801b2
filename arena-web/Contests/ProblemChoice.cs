using ArenaWeb.Words;
using Judge.Problems;

namespace ArenaWeb.Contests;

/// <summary>A package of the library as the organiser chooses from it.</summary>
/// <param name="Title">The bare name where the package is gone or broken.</param>
/// <param name="Points">Its full score as it is typed in a form; empty: the package is gone or broken.</param>
/// <param name="Limits">Time and memory limit in words; empty: the package is gone or broken.</param>
internal sealed record ProblemChoice(string Title, string Points, string Limits)
{
    /// <summary>Null: it is gone or broken.</summary>
    public Problem? Package { get; private init; }

    /// <summary>What a problem counts whose tests have no points.</summary>
    private const decimal UsualPoints = 100;

    /// <param name="problem">Null: the package is gone or broken.</param>
    public static ProblemChoice Of(string name, Problem? problem, Phrases words) =>
        problem is null
            ? new(name, "", "")
            : new(
                problem.Title(words.Language.Code),
                NumberInput.Shown(problem.Scores ? problem.FullScore : UsualPoints),
                words[
                    "admin.library.limits",
                    words.Number((decimal)problem.TimeLimit.TotalSeconds),
                    problem.MemoryBytes >> 20,
                    problem.Tests.Count
                ]
            )
            {
                Package = problem,
            };
}
