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
);

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

    /// <summary>A QR code in SVG that leads to the door and holds no secret; null: none.</summary>
    public string? Qr { get; init; }
}
