using Judge.Contests;

namespace Judge.Board;

/// <summary>One line of the board.</summary>
/// <param name="Rank">1 for the best; equals share a rank.</param>
/// <param name="Points">Sum of marks, or problems solved under ICPC scoring.</param>
/// <param name="Penalty">Minutes under ICPC scoring, else 0.</param>
public sealed record Row(int Rank, EntrantId Entrant, decimal Points, int Penalty, IReadOnlyList<Cell> Cells);

/// <summary>An entrant's standing in one problem.</summary>
/// <param name="Attempts">Tries that count, the solving one included; compile and judge errors do not count.</param>
/// <param name="Waiting">Tries without a verdict (yet, or as the frozen board shows).</param>
/// <param name="Minute">Minute of the contest of the try that counts; null: none.</param>
/// <param name="First">The first of all to solve this problem.</param>
public sealed record Cell(string Label, decimal Points, bool Solved, int Attempts, int Waiting, int? Minute, bool First);
