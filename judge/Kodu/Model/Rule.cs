namespace Judge.Kodu.Model;

/// <summary>One row of a program: WHEN sensor and filters, DO actuator, selector and modifiers. Ids stay as the file has them.</summary>
internal sealed record Rule
{
    /// <summary>How deep it is indented, from 0.</summary>
    public int Indent { get; init; }

    /// <summary>Empty: nothing stands there, and the condition always holds.</summary>
    public string Sensor { get; init; } = "";

    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Empty: nothing is done, as in a row that others are indented under.</summary>
    public string Actuator { get; init; } = "";

    /// <summary>Empty: the game takes its hidden default.</summary>
    public string Selector { get; init; } = "";

    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>What is said, in the words of the world's maker.</summary>
    public string Say { get; init; } = "";

    /// <summary>What the filter "said" waits for.</summary>
    public string Heard { get; init; } = "";

    /// <summary>Sliders and choices of tiles that are not at their start, by the names of their elements.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All ids, in the order in which they are read.</summary>
    public IEnumerable<string> Tiles => [.. Some(Sensor), .. Filters, .. Some(Actuator), .. Some(Selector), .. Modifiers];

    public bool Has(string id) => Filters.Contains(id) || Modifiers.Contains(id);

    private static string[] Some(string id) => id.Length > 0 ? [id] : [];
}
