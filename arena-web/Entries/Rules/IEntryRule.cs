using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>One rule of the thể lệ, with one sentence.</summary>
internal interface IEntryRule
{
    /// <summary>Stands in keys of words and beside exceptions, so it never changes.</summary>
    string Name { get; }

    /// <summary>The organiser may let a school off it, with a reason.</summary>
    bool MayBeWaived { get; }

    /// <param name="team">As it is to stand.</param>
    /// <param name="others">The other teams of the school.</param>
    /// <returns>The rule as a sentence with what breaks it; null: it is kept.</returns>
    Said? Broken(Team team, IReadOnlyList<Team> others, EntryRound round);
}
