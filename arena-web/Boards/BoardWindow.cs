using Judge.Contests;

namespace ArenaWeb.Boards;

/// <summary>What of a board the public may see at a moment. Pure.</summary>
internal static class BoardWindow
{
    /// <summary>A contest that tells nobody anything while it runs has no board before its end.</summary>
    public static bool IsOpen(Contest contest, DateTimeOffset now) => contest.Feedback != Feedback.None || now >= contest.End;

    /// <summary>Stands still since the freeze, until the organiser lifts it.</summary>
    public static bool IsFrozen(Contest contest, DateTimeOffset now) => contest.FreezeAt is { } freeze && now >= freeze;
}
