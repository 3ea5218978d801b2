namespace ArenaWeb.Workshop;

internal enum LevelState
{
    /// <summary>Its author draws.</summary>
    Draft,

    /// <summary>For a second person to look at.</summary>
    Waiting,

    /// <summary>It is a package of the library.</summary>
    Approved,
}

internal readonly record struct WorkId(long Value);

/// <summary>What its author writes of a puzzle.</summary>
/// <param name="TitleEn">Empty: there is none.</param>
/// <param name="StoryEn">Empty: there is none.</param>
/// <param name="Level">The file <c>level.json</c>.</param>
internal sealed record LevelText(string TitleVi, string TitleEn, string StoryVi, string StoryEn, string Level);

/// <summary>A puzzle that somebody of the staff makes.</summary>
/// <param name="Author">Login.</param>
/// <param name="AuthorName">As it was when the work began.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="Ideal">A program that wins it; null: nobody has proved it since it was drawn.</param>
/// <param name="Note">Why it was given back; empty: it was not.</param>
internal sealed record LevelWork(
    WorkId Id,
    string Author,
    string AuthorName,
    LevelState State,
    long Version,
    LevelText Text,
    string? Ideal,
    DateTimeOffset ChangedAt,
    string Note
)
{
    /// <summary>Of its package; a name is never used by another.</summary>
    public string Name => FormattableString.Invariant($"man{Id.Value}");
}
