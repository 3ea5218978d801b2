namespace Judge.Kodu.Tiles;

/// <summary>Every tile and every kind of actor of the game, from the tables embedded beside this file.</summary>
internal static class TileTable
{
    private const string SoundKind = "SoundModifier";

    private static readonly Dictionary<string, string[]> Words = Rows("tiles.tsv")
        .Where(row => row[1] == "word")
        .ToDictionary(row => row[0]);

    public static IReadOnlyDictionary<string, Tile> Tiles { get; } =
        Rows("tiles.tsv")
            .Where(row => row[1] != "word")
            .Select(row => new Tile(row[0], Enum.Parse<TileSlot>(row[1], ignoreCase: true), row[2], row[3], row[4], Facts(row[5])))
            .ToDictionary(tile => tile.Id, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, ActorKind> Actors { get; } =
        Rows("actors.tsv")
            .Select(row => new ActorKind(row[0], row[1], row[2], row[3], Facts(row[4])))
            .ToDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>The tile of an id; null: the game has none of that name.</summary>
    public static Tile? Find(string id) => Tiles.GetValueOrDefault(id);

    /// <summary>
    /// The slot that an id belongs to. Some ids are made while a world loads: a filter for each sound, for each named actor, and a modifier
    /// for each creatable.
    /// </summary>
    /// <returns><see cref="TileSlot.None"/>: the game does not know it.</returns>
    public static TileSlot SlotOf(string id) =>
        Find(id) is { } tile ? tile.Slot
        : id.StartsWith("filter.named.", StringComparison.Ordinal) ? TileSlot.Filter
        : id.StartsWith("modifier.creatable.", StringComparison.Ordinal) ? TileSlot.Modifier
        : id.StartsWith("filter.", StringComparison.Ordinal) && Find("modifier." + id["filter.".Length..]) is { Kind: SoundKind }
            ? TileSlot.Filter
        : TileSlot.None;

    /// <summary>The id that counts once a world is loaded.</summary>
    public static string Current(string id) => Find(id)?.Now ?? id;

    /// <summary>A word of the printed form in a language: <c>when</c>, <c>do</c> or <c>page</c>.</summary>
    public static string Word(string word, string language) => Words["word." + word][language == "en" ? 3 : 4];

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(TileTable).Assembly.GetManifestResourceStream("Judge.Kodu.Tiles." + file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }

    private static Dictionary<string, string> Facts(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(fact => fact.Split('=', 2))
            .ToDictionary(fact => fact[0], fact => fact[1], StringComparer.Ordinal);
}
