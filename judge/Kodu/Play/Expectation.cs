using System.Globalization;

namespace Judge.Kodu.Play;

/// <summary>What a run is held to.</summary>
/// <param name="Score">Name of a score, such as <c>color.red</c>; null: an end is asked for.</param>
/// <param name="Least">What the score must reach.</param>
/// <param name="End">The end that is asked for where no score is.</param>
internal sealed record Expectation(string? Score, int Least, PlayEnd End);

internal enum PlayVerdict
{
    None = 0,
    Pass,
    Fail,

    /// <summary>It did not happen, and some rule is not played by the model: nothing can be said, and no point is lost.</summary>
    Unsupported,

    /// <summary>The world asked for too many steps.</summary>
    Timeout,
}

/// <summary>Judges a run. What happened has happened; what did not is a failure only where every rule was played.</summary>
internal static class PlayJudge
{
    public static PlayVerdict Of(PlayTrace trace, Expectation expected) =>
        Happened(trace, expected) ? PlayVerdict.Pass
        : trace.Unsupported.Count > 0 ? PlayVerdict.Unsupported
        : trace.End == PlayEnd.TooMuch ? PlayVerdict.Timeout
        : PlayVerdict.Fail;

    private static bool Happened(PlayTrace trace, Expectation expected) =>
        expected.Score is { } name
            ? trace.Events.Any(one =>
                one.What == "score"
                && one.Value.StartsWith(name + " ", StringComparison.Ordinal)
                && int.Parse(one.Value[(name.Length + 1)..], CultureInfo.InvariantCulture) >= expected.Least
            )
            : trace.End == expected.End;
}
