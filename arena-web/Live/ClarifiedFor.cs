namespace ArenaWeb.Live;

/// <summary>Whom an event of the kind <c>Clarified</c> concerns besides the staff and the entrant whose question it is; its text.</summary>
internal static class ClarifiedFor
{
    public const string Nobody = "";

    /// <summary>All pupils of the contest.</summary>
    public const string All = "all";

    /// <summary>The public too.</summary>
    public const string Everybody = "everybody";
}
