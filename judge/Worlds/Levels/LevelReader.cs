using System.Text;
using System.Text.Json;

namespace Judge.Worlds.Levels;

/// <summary>Reads <c>level.json</c>. What it does not know is refused, never passed over; level.schema.json tells the same.</summary>
internal static class LevelReader
{
    public const string File = "level.json";

    /// <summary>Names of concepts that a goal can ask for.</summary>
    public static readonly IReadOnlyList<string> Concepts =
    [
        "loop",
        "repeat",
        "until",
        "while",
        "for",
        "nested",
        "if",
        "call",
        "parameter",
        "variable",
    ];

    private const int MostBytes = 256 << 10;
    private const int MostDepth = 1024;
    private const int MostKeys = 64;
    private const int MostHints = 4;

    /// <summary>Numbers that a sentence of an end is given.</summary>
    private const int EndNumbers = 4;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    /// <param name="name">For people, such as <c>a01/level.json</c>.</param>
    /// <exception cref="LevelException">It is no level.</exception>
    public static Level Read(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Length > MostBytes)
        {
            throw new LevelException(name, "it is larger than 256 KB.");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return Read(JsonMap.Of(name, "", document.RootElement));
        }
        catch (JsonException e)
        {
            throw new LevelException(name, FormattableString.Invariant($"line {e.LineNumber + 1} is not valid JSON, or has a key twice."));
        }
        catch (InvalidOperationException)
        {
            throw new LevelException(name, "a text in it is no valid Unicode.");
        }
    }

    private static Level Read(JsonMap map)
    {
        map.Allow(
            "v",
            "strand",
            "theme",
            "csta",
            "grades",
            "free",
            "tools",
            "conditions",
            "most",
            "start",
            "recursion",
            "goal",
            "cap",
            "ticks",
            "win",
            "signs",
            "sentences",
            "hints",
            "wrong",
            "worlds"
        );
        if (map.Integer("v", Level.Format, Level.Format) is null)
        {
            throw map.Wrong("v", "is missing: it is the version of the format, 1");
        }

        var level = new Level
        {
            Strand = map.RequiredText("strand") is "a" or "b" ? map.RequiredText("strand") : throw map.Wrong("strand", "must be a or b"),
            Theme = map.RequiredText("theme"),
            Csta = map.Texts("csta", MostKeys),
            Grades = map.Integers("grades", 12, 1, 12),
            Free = map.Flag("free"),
            Tools = map.Texts("tools", MostKeys),
            Conditions = map.Texts("conditions", MostKeys),
            Most = Most(map),
            Start = map.Map("start") is null ? null : map.Node("start")!.Value.Clone(),
            Recursion = map.Flag("recursion"),
            Goal = map.Map("goal") is { } goal ? Goal(goal) : new LevelGoal(Level.MostBlocks, []),
            Cap = map.Integer("cap", 1, Level.MostBlocks) ?? Level.MostBlocks,
            Ticks = map.Integer("ticks", 1, Level.MostTicks) ?? 500,
            Win =
            [
                .. map.Texts("win", 9)
                    .Select(rule => WinRules.Of(rule) ?? throw map.Wrong("win", $"has the rule '{rule}', which nobody knows")),
            ],
            Sentences = Sentences(map),
            Hints = [.. map.Maps("hints", MostHints).Select(hint => hint.Sentences())],
            Wrong = Wrong(map),
            Worlds = Worlds(map),
        };
        return Checked(level, map);
    }

    private static Level Checked(Level level, JsonMap map) =>
        level.Worlds.Any(world => world.Robots.Count != level.RobotCount) ? throw map.Wrong("worlds", "must all have as many robots")
        : level.Win.Any(rule => rule.Kind == WinKind.Told) && level.Worlds.Any(world => world.Told is null)
            ? throw map.Wrong("worlds", "must each say which number is to be 'told'")
        : level.Win.Any(rule => rule.Kind == WinKind.Goal) && level.Worlds.Any(world => !world.Cells.Any(cell => cell.Goal))
            ? throw map.Wrong("worlds", "must each have a goal")
        : level;

    private static IReadOnlyList<World> Worlds(JsonMap map)
    {
        var signs = Signs.Read(map, new Dictionary<char, Sign>());
        List<World> worlds = [.. map.Maps("worlds", Level.MostWorlds).Select(world => WorldReader.Read(world, signs))];
        return worlds.Count > 0 && worlds.Zip(worlds.Skip(1)).All(two => two.First.Id < two.Second.Id) && worlds.Any(world => !world.Hidden)
            ? worlds
            : throw map.Wrong("worlds", "must be at least one that is not hidden, with growing numbers");
    }

    private static Dictionary<string, int> Most(JsonMap map) =>
        map.Map("most") is { } most ? most.Keys.ToDictionary(tool => tool, tool => most.Integer(tool, 1, Level.MostBlocks)!.Value) : [];

    private static LevelGoal Goal(JsonMap map)
    {
        map.Allow("blocks", "concepts");
        var concepts = map.Texts("concepts", MostKeys);
        return concepts.All(Concepts.Contains)
            ? new LevelGoal(map.Integer("blocks", 1, Level.MostBlocks) ?? throw map.Wrong("blocks", "is missing"), concepts)
            : throw map.Wrong("concepts", $"must be of {string.Join(", ", Concepts)}");
    }

    private static Dictionary<EndCode, IReadOnlyDictionary<string, string>> Sentences(JsonMap map) =>
        map.Map("sentences") is { } sentences
            ? sentences.Keys.ToDictionary(key => Code(sentences, key, key), key => Sentence(sentences, key))
            : [];

    /// <summary>One that cannot be filled in would end the page that tells it.</summary>
    private static IReadOnlyDictionary<string, string> Sentence(JsonMap sentences, string key)
    {
        var texts = sentences.Map(key)!.Sentences();
        return texts.Values.All(IsFillable)
            ? texts
            : throw sentences.Wrong(key, "may hold {0} tick, {1} number, {2} row, {3} column, and no other braces");
    }

    private static bool IsFillable(string text)
    {
        try
        {
            return CompositeFormat.Parse(text).MinimumArgumentCount <= EndNumbers;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Dictionary<string, WrongEnd> Wrong(JsonMap map) =>
        map.Map("wrong") is { } wrong ? wrong.Keys.ToDictionary(key => key, key => Wrong(wrong.Map(key)!, key)) : [];

    private static WrongEnd Wrong(JsonMap map, string key)
    {
        map.Allow("end", "world");
        return new WrongEnd(
            Code(map, map.RequiredText("end"), "end"),
            map.Integer("world", 1, Level.MostWorlds) ?? throw map.Wrong("world", $"is missing for '{key}'")
        );
    }

    private static EndCode Code(JsonMap map, string code, string key) => EndCodes.Of(code) ?? throw map.Wrong(key, "is no code of an end");
}
