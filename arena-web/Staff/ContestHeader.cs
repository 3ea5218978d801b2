using Judge.Contests;

namespace ArenaWeb.Staff;

/// <summary>The head that all pages of one contest share.</summary>
/// <param name="Path">The page it stands on.</param>
internal sealed record ContestHeader(Contest Contest, ContestPhase Phase, string Path)
{
    /// <summary>Number of the last event before the page read anything; null: the page waits for no news but the head's.</summary>
    public long? Heard { get; init; }
}
