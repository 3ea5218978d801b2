using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>What a contest that is over is repeated for.</summary>
internal enum CopyKind
{
    None,

    /// <summary>Anybody of it, at any time, with all that a judge can tell.</summary>
    Practice,

    /// <summary>By the same rules with an own clock, as if it were then.</summary>
    Virtual,
}

/// <summary>A contest with the problems and rules of another and a board of its own: nothing in it counts in the first. Pure.</summary>
internal static class ContestCopyRule
{
    private static readonly TimeSpan Open = TimeSpan.FromDays(365);

    /// <summary>Null: the contest is not over for everybody, or is itself a copy.</summary>
    /// <param name="name">The copy's name by language from the first one's.</param>
    /// <param name="taken">Codes that other contests have.</param>
    public static Contest? Of(
        Contest contest,
        CopyKind kind,
        Func<string, string, string> name,
        IReadOnlySet<string> taken,
        DateTimeOffset now
    ) =>
        contest.PhaseAt(now) != ContestPhase.Over || contest is not { CopyOf: null, IsPublished: true }
            ? null
            : contest with
            {
                Id = default,
                Code = CodeOf(contest.Code, kind == CopyKind.Practice ? "LT" : "AO", taken),
                Names = contest.Names.ToDictionary(one => one.Key, one => name(one.Key, one.Value)),
                Start = now,
                End = now + Open,
                FreezeAt = null,
                Duration = kind == CopyKind.Practice ? null : contest.Duration ?? Whole(contest.End - contest.Start),
                Feedback = kind == CopyKind.Practice ? Feedback.Tests : contest.Feedback,
                AttemptsLimit = kind == CopyKind.Practice ? null : contest.AttemptsLimit,
                CopyOf = contest.Id,
                Times = [],
                Life = [],
            };

    /// <summary>An own clock is typed and told in minutes.</summary>
    private static TimeSpan Whole(TimeSpan length) => TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(length.TotalMinutes)));

    /// <summary>TIN-LT, TIN-LT2, …</summary>
    private static string CodeOf(string code, string ending, IReadOnlySet<string> taken) =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? $"-{ending}" : FormattableString.Invariant($"-{ending}{number}"))
            .Select(tail => code[..Math.Min(code.Length, 32 - tail.Length)] + tail)
            .First(one => !taken.Contains(one));
}
