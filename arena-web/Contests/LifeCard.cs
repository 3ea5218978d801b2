using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>The state of a contest and what may come next, as its page shows it.</summary>
internal sealed record LifeCard(LifeView View, ContestId Contest)
{
    /// <summary>In the order of a life; what takes something back comes last.</summary>
    public static readonly IReadOnlyList<LifeAct> Shown =
    [
        .. Enum.GetValues<LifeAct>().Except([LifeAct.None]).OrderBy(act => act == LifeAct.Draft || ContestLife.NeedsReason(act)),
    ];

    /// <summary>What usually comes next; null: pupils are entered, it follows from the clock, or nothing is left.</summary>
    public LifeAct? Next =>
        View.State switch
        {
            ContestState.Draft => LifeAct.Publish,
            ContestState.Ended => LifeAct.Provisional,
            ContestState.Provisional => LifeAct.Appeal,
            ContestState.Appeal => LifeAct.Official,
            ContestState.Official => LifeAct.Archive,
            _ => null,
        };

    public static string Icon(LifeAct act) =>
        act switch
        {
            LifeAct.Publish or LifeAct.OpenRegistration or LifeAct.Restore => "play",
            LifeAct.Draft or LifeAct.Withdraw => "rotate-ccw",
            LifeAct.Provisional or LifeAct.Official => "trophy",
            _ => "flag",
        };
}
