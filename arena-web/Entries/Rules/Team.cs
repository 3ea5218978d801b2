namespace ArenaWeb.Entries.Rules;

/// <summary>Who is ranked as one: a team, or a pupil who stands alone as a team of one.</summary>
internal sealed record Team
{
    public const int LongestName = 60;

    /// <summary>0: not stored yet.</summary>
    public long Id { get; init; }

    /// <summary>Empty: the contest has none.</summary>
    public string Division { get; init; } = "";

    /// <summary>Empty: a pupil who stands alone.</summary>
    public string Name { get; init; } = "";

    /// <summary>Giáo viên hướng dẫn; empty: none was named.</summary>
    public string Coach { get; init; } = "";

    /// <summary>In the order of the list.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>Number of the pupil who speaks for the team.</summary>
    public long Captain { get; init; }

    /// <summary>Candidate number; null: none was given yet.</summary>
    public string? Sbd { get; init; }

    /// <summary>What lists call it.</summary>
    public string Title =>
        Name.Length > 0 ? Name
        : Members.Count > 0 ? Members[0].Name
        : "";
}

/// <summary>A pupil as the list of the school had him or her when the team was put together, so that what was approved stays.</summary>
/// <param name="Pupil">Number in the list of the school.</param>
/// <param name="Grade">1 to 12.</param>
internal sealed record Member(long Pupil, string Name, string Class, int Grade);
