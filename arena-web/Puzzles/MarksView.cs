using ArenaWeb.Puzzles.Rules;
using Judge.Contests;

namespace ArenaWeb.Puzzles;

/// <summary>How far somebody is with each level, as a row of small squares.</summary>
/// <param name="Path">By level, in the contest's order.</param>
internal sealed record MarksView(Contest Contest, IReadOnlyList<LevelMark> Path);
