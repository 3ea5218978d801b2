using Judge.Contests;

namespace Judge.Board;

/// <summary>Boards that follow the facts by themselves.</summary>
public interface IBoards
{
    /// <summary>The board as it is; null: there is no such contest.</summary>
    Task<Scoreboard?> NowAsync(ContestId contest, BoardSide side, CancellationToken ct);

    /// <summary>The first view that is not the given one: waits for a change, at no cost, as long as it takes.</summary>
    /// <param name="version">A <see cref="Scoreboard.Version"/>; 0 answers at once.</param>
    Task<Scoreboard?> AfterAsync(ContestId contest, BoardSide side, long version, CancellationToken ct);
}

/// <summary>Public: from <see cref="Contest.FreezeAt"/> on, later tries are shown as waiting. Staff: everything.</summary>
public enum BoardSide
{
    Public,
    Staff,
}

/// <summary>A board at one moment; never changed, so it can be rendered once and kept.</summary>
/// <param name="Version">Grows with every change of the rows; the same after a restart.</param>
/// <param name="FreezeAt">From when on this board stands still; null: never.</param>
/// <param name="Rows">Best first; equals share a rank and stand in the order of their numbers.</param>
[GenerateSerializer, Immutable]
public sealed record Scoreboard(Contest Contest, long Version, DateTimeOffset? FreezeAt, IReadOnlyList<Row> Rows);
