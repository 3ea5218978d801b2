using Judge.Contests;

namespace Judge.Board;

/// <summary>One line of the board.</summary>
/// <param name="Rank">1 for the best; equals share a rank.</param>
/// <param name="Points">Sum of marks, or problems solved under ICPC scoring.</param>
/// <param name="Penalty">Minutes where the scoring has a penalty, else 0.</param>
[GenerateSerializer, Immutable]
public sealed record Row(int Rank, EntrantId Entrant, decimal Points, int Penalty, IReadOnlyList<Cell> Cells);

/// <summary>An entrant's standing in one problem.</summary>
/// <param name="Points">What counts by the contest's rule; 1 for a solved problem under ICPC scoring.</param>
/// <param name="Solved">What counts is the full mark.</param>
/// <param name="Attempts">Tries, up to the solving one unless the last counts; compile and judge errors are none.</param>
/// <param name="Waiting">Tries without a verdict (yet, or as the frozen board shows).</param>
/// <param name="Minute">Minute of the contest of the try that brought the points to where they are; null: no points.</param>
/// <param name="First">The first of all to solve this problem.</param>
[GenerateSerializer, Immutable]
public sealed record Cell(string Label, decimal Points, bool Solved, int Attempts, int Waiting, int? Minute, bool First);
