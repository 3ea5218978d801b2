using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Entries.Rules;

/// <summary>The list of one school in one contest.</summary>
/// <param name="Version">How often it was changed.</param>
/// <param name="Facts">Oldest first.</param>
/// <param name="Teams">In the order in which they were added.</param>
internal sealed record SchoolEntry(ContestId Contest, UnitId School, int Version, IReadOnlyList<EntryFact> Facts, IReadOnlyList<Team> Teams)
{
    public EntryStage Stage => EntryLife.StageOf(Facts);

    public int Pupils => Teams.Sum(team => team.Members.Count);
}
