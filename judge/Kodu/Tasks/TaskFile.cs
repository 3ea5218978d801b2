using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Kodu.Tasks;

/// <summary>What a task asks for, written by a teacher in YAML or JSON; <c>task.schema.json</c> beside this file says the same.</summary>
/// <param name="Texts">What is asked, in the teacher's words by language; empty: ours.</param>
internal sealed record TaskItem(Check Check, decimal Points, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads a task's file. Every complaint names the line.</summary>
internal static class TaskFile
{
    private const int MostPoints = 1000;
    private const int MostCount = 100_000;

    private static readonly string[] Kinds =
    [
        "actors",
        "rule",
        "path",
        "measure",
        "setting",
        "score",
        "any",
        "all",
        "none",
        "materials",
        "pages",
        "win",
        "end",
        "instructions",
    ];

    /// <summary>Short forms for measures that teachers ask for most.</summary>
    private static readonly Dictionary<string, string> Short = new()
    {
        ["materials"] = "materials",
        ["pages"] = "reachablePages",
        ["win"] = "reachableVictory",
        ["end"] = "reachableGameover",
        ["instructions"] = "instructions",
    };

    /// <exception cref="PackageException">It is no such file, or a word in it is none that we know.</exception>
    public static IReadOnlyList<TaskItem> Parse(YamlMap map)
    {
        map.Allow("checks");
        var items = map.Maps("checks").Select(Item).ToList();
        return items.Count > 0 ? items : throw map.Wrong("checks", "'checks' must hold at least one check.");
    }

    private static TaskItem Item(YamlMap map)
    {
        map.Allow([.. Kinds, "points", "vi", "en"]);
        var texts = new[] { "vi", "en" }.Where(map.Has).ToDictionary(language => language, language => map.RequiredText(language));
        return new TaskItem(One(map), map.Number("points", 0, MostPoints) ?? 1, texts);
    }

    private static Check One(YamlMap map)
    {
        var kinds = Kinds.Where(map.Has).ToList();
        return kinds is [var kind] ? Of(kind, map) : throw map.Wrong("points", $"a check is exactly one of {string.Join(", ", Kinds)}.");
    }

    private static Check Of(string kind, YamlMap map) =>
        kind switch
        {
            "actors" => Actors(map.Map(kind)!),
            "rule" => Rule(map),
            "path" => Path(map.Map(kind)!),
            "measure" => Measure(map.Map(kind)!),
            "setting" => Setting(map.Map(kind)!),
            "score" => Score(map.Map(kind)!),
            "all" => Group(map, kind, count => new Span(count, null)),
            "any" => Group(map, kind, _ => new Span(1, null)),
            "none" => Group(map, kind, _ => new Span(0, 0)),
            _ => new MeasureCheck(Short[kind], new Span(map.Text(kind) == "true" ? 1 : (int)map.Number(kind, 0, MostCount)!, null)),
        };

    private static ActorCheck Actors(YamlMap map)
    {
        map.Allow("kind", "name", "color", "programmed", "min", "max");
        return new ActorCheck(Who(map), Count(map));
    }

    private static Who Who(YamlMap map) =>
        map.Text("kind") is { } kind && !Tasks.Who.IsKind(kind)
            ? throw map.Wrong("kind", $"'{kind}' is no kind of actor, such as FastBot, cycle or vehicle.")
            : new Who(map.Text("kind"), map.Text("name"), map.Text("color"), map.Flag("programmed"));

    private static RuleCheck Rule(YamlMap map)
    {
        var inner = map.IsMap("rule") ? map.Map("rule")! : null;
        inner?.Allow("is", "kind", "name", "color", "min", "max");
        var text = inner?.RequiredText("is") ?? map.RequiredText("rule");
        try
        {
            return new RuleCheck(
                inner is null ? Tasks.Who.Any : Who(inner),
                RulePattern.Parse(text),
                text,
                inner is null ? new Span(1, null) : Count(inner)
            );
        }
        catch (FormatException e)
        {
            throw map.Wrong("rule", $"'{e.Message}' is no tile and no rule; copy one from a report, as WHEN [see] [apple] DO [eat].");
        }
    }

    private static PathCheck Path(YamlMap map)
    {
        map.Allow("kind", "color", "min", "max");
        return new PathCheck(
            map.Text("kind") switch
            {
                null or "any" => WayKind.None,
                "road" => WayKind.Road,
                "wall" => WayKind.Wall,
                "plants" => WayKind.Plants,
                _ => throw map.Wrong("kind", "'kind' of a path is any, road, wall or plants."),
            },
            map.Text("color"),
            Count(map)
        );
    }

    private static MeasureCheck Measure(YamlMap map)
    {
        map.Allow("name", "min", "max");
        var name = map.RequiredText("name");
        return Measured.Names.Contains(name)
            ? new MeasureCheck(name, Count(map))
            : throw map.Wrong("name", $"'{name}' is not counted; known are {string.Join(", ", Measured.Names.Order())}.");
    }

    private static SettingCheck Setting(YamlMap map)
    {
        map.Allow("name", "is");
        return new SettingCheck(map.RequiredText("name"), map.RequiredText("is"));
    }

    private static ScoreCheck Score(YamlMap map)
    {
        map.Allow("color", "labelled", "shown");
        return new ScoreCheck(map.Text("color"), map.Flag("labelled"), map.Flag("shown"));
    }

    private static GroupCheck Group(YamlMap map, string kind, Func<int, Span> span)
    {
        var inner = map.Maps(kind);
        foreach (var one in inner)
        {
            one.Allow(Kinds);
        }

        return inner.Count > 0
            ? new GroupCheck([.. inner.Select(One)], span(inner.Count))
            : throw map.Wrong(kind, $"'{kind}' must hold a check.");
    }

    private static Span Count(YamlMap map) =>
        new((int)(map.Number("min", 0, MostCount) ?? (map.Has("max") ? 0 : 1)), (int?)map.Number("max", 0, MostCount));
}
