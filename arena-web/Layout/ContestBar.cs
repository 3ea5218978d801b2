namespace ArenaWeb.Layout;

/// <summary>
/// What the bar of a contest shows on all its pages: name, the entrant's own number and name (null for a visitor), the window, unread
/// announcements and the pages of the contest. Used as <c>&lt;partial name="_ContestBar" model="…" /&gt;</c> in the section <c>Bar</c>.
/// </summary>
internal sealed record ContestBar(
    string Name,
    string Href,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    string? Number,
    string? Entrant,
    IReadOnlyList<BarLink> Links,
    int Unread = 0,
    string? NewsHref = null
)
{
    /// <summary>The clock stands still, and the end is as if it went on now.</summary>
    public bool Paused { get; init; }

    /// <summary>Where the entrant's own clock comes from when it has changed; null: it is everybody's.</summary>
    public string? ClockPath { get; init; }
}

/// <summary>A page of the contest in its bar.</summary>
internal sealed record BarLink(string Text, string Href, bool Current = false);

/// <summary>A card to print and hand to a person: where to sign in and with what.</summary>
internal sealed record SignInCard(
    string Heading,
    string Person,
    string? School,
    string Address,
    IReadOnlyList<KeyValuePair<string, string>> Secrets
)
{
    /// <summary>Shift, room and seat; null: none is known.</summary>
    public string? Place { get; init; }

    /// <summary>Pictures that sign in, in order: icon and what it shows; none: something else does.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pictures { get; init; } = [];

    /// <summary>A QR code in SVG that leads to the door and holds no secret; null: none.</summary>
    public string? Qr { get; init; }
}
