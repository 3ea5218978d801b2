namespace Judge.ScriptHost.Api;

/// <summary>What a scoring rule sees.</summary>
public sealed class ScoringScript : ScriptApi
{
    internal ScoringScript(decimal fullScore, IReadOnlyList<SeenTest> tests, IReadOnlyList<SeenGroup> groups)
    {
        FullScore = fullScore;
        Tests = tests;
        Groups = groups;
    }

    /// <summary>What the problem is worth.</summary>
    public decimal FullScore { get; }

    /// <summary>In the order of judging; tests that were not run have the verdict None.</summary>
    public IReadOnlyList<SeenTest> Tests { get; }

    public IReadOnlyList<SeenGroup> Groups { get; }

    internal override string Cure => "call Points(…).";

    /// <summary>Decides and ends the script.</summary>
    /// <param name="points">0 to the full score.</param>
    /// <param name="why">For the entrant.</param>
    public void Points(decimal points, string why = "")
    {
        if (points < 0 || points > FullScore)
        {
            throw new ArgumentOutOfRangeException(
                nameof(points),
                points,
                FormattableString.Invariant($"Points are from 0 to {FullScore}.")
            );
        }

        Decide(points, why);
    }
}

/// <param name="Verdict">Its name, such as Accepted.</param>
/// <param name="Share">0 to 1 of the mark.</param>
/// <param name="Mark">Greatest points of the test.</param>
public sealed record SeenTest(string Name, string Group, string Verdict, decimal Share, decimal Mark, TimeSpan Cpu)
{
    public bool Accepted => Verdict == nameof(Accepted);
}

/// <param name="Max">Greatest points of the group.</param>
/// <param name="Share">0 to 1 of it, by the group's own rule.</param>
public sealed record SeenGroup(string Name, decimal Max, decimal Share);
