namespace Judge.Board;

/// <summary>
/// The boards of one contest (its number is the key), computed once in the cluster. Arenas follow it; pages ask <see cref="IBoards"/>.
/// </summary>
internal interface IBoardGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// The first view that is not the given one. Null: there is none yet, and whoever wants it asks again; of version 0, there is no such
    /// contest.
    /// </summary>
    /// <param name="version">A <see cref="Scoreboard.Version"/>; 0 is answered at once.</param>
    Task<Scoreboard?> AfterAsync(BoardSide side, long version, CancellationToken ct);
}
