namespace Judge.Kodu.Tiles;

/// <summary>Where a tile may lie in a rule.</summary>
internal enum TileSlot
{
    None = 0,
    Sensor,
    Filter,
    Actuator,
    Selector,
    Modifier,
}

/// <summary>One kind of tile, as the game knows it.</summary>
/// <param name="Id">Upper and lower case count, and misspelt ids of the game are kept.</param>
/// <param name="Kind">The game's class of the tile, such as <c>TimerFilter</c>.</param>
/// <param name="Facts">What the tile means: points, seconds, page, colour and the like.</param>
internal sealed record Tile(
    string Id,
    TileSlot Slot,
    string Kind,
    string English,
    string Vietnamese,
    IReadOnlyDictionary<string, string> Facts
)
{
    /// <summary>It still works and the editor offers it no more.</summary>
    public bool IsArchived => Facts.ContainsKey("archived");

    /// <summary>The id that the game puts in its place while it loads; null: it stays.</summary>
    public string? Now => Facts.GetValueOrDefault("now");

    /// <summary>The page that it names, from 1 to 12; null: it names none.</summary>
    public int? Page => Whole("page");

    /// <summary>The points that it stands for; null: none.</summary>
    public int? Points => Whole("points");

    /// <summary>Seconds that it stands for; null: none.</summary>
    public double? Seconds => Number("seconds");

    public string? Color => Facts.GetValueOrDefault("color");

    public double? Number(string fact) =>
        Facts.TryGetValue(fact, out var text) && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public string Label(string language) => language == "en" ? English : Vietnamese;

    private int? Whole(string fact) => (int?)Number(fact);
}

/// <summary>One kind of actor.</summary>
/// <param name="Type">As files call it, such as <c>FastBot</c>.</param>
/// <param name="Group">What filter tiles match, such as <c>cycle</c>.</param>
/// <param name="Facts">Flags such as building and vehicle, and figures: maxSpeed in units a second, collisionRadius in units.</param>
internal sealed record ActorKind(string Type, string Group, string English, string Vietnamese, IReadOnlyDictionary<string, string> Facts)
{
    public bool Is(string flag) => Facts.ContainsKey(flag);

    public string Label(string language) => language == "en" ? English : Vietnamese;

    /// <summary>Null: the game's own default, which its files do not say.</summary>
    public double? Number(string fact) =>
        Facts.TryGetValue(fact, out var text) && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
