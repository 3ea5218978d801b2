using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Tiles;
using Judge.Messages;

namespace Judge.Kodu.Tasks;

/// <summary>A world with what was counted of it, as checks ask for it.</summary>
internal sealed record Inspected(Census Census, IReadOnlyDictionary<string, Measure> Measures);

/// <summary>What a task asks of a world.</summary>
internal abstract record Check
{
    /// <summary>Whether it holds, with the places that make it so.</summary>
    public abstract (bool Holds, IReadOnlyList<Place> Places) Of(Inspected world);

    /// <summary>What is asked, where the teacher wrote no sentence.</summary>
    public abstract Said Said { get; }
}

/// <param name="Max">Null: no limit.</param>
internal readonly record struct Span(int Min, int? Max)
{
    public bool Holds(int value) => value >= Min && value <= (Max ?? int.MaxValue);
}

/// <summary>Which actors are meant; null: it does not count.</summary>
/// <param name="Kind">A type such as <c>FastBot</c>, a group such as <c>cycle</c>, or one of vehicle, plant, building, bot, prop.</param>
internal sealed record Who(string? Kind, string? Name, string? Color, bool? IsProgrammed)
{
    public static Who Any { get; } = new(null, null, null, null);

    public bool Matches(Actor actor) =>
        (Kind is null || IsOf(actor.Type, Kind))
        && Same(Name, actor.Name)
        && Same(Color, actor.Color)
        && (IsProgrammed ?? actor.IsProgrammed) == actor.IsProgrammed;

    public static bool IsKind(string kind) => TileTable.Actors.Keys.Append("").Any(type => IsOf(type, kind));

    private static bool IsOf(string type, string kind) =>
        string.Equals(type, kind, StringComparison.OrdinalIgnoreCase)
        || (
            TileTable.Actors.GetValueOrDefault(type) is { } known
            && (string.Equals(known.Group, kind, StringComparison.OrdinalIgnoreCase) || known.Is(kind))
        );

    private static bool Same(string? wanted, string value) =>
        wanted is null || string.Equals(wanted, value.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>So many actors are there.</summary>
internal sealed record ActorCheck(Who Who, Span Count) : Check
{
    public override Said Said => new("kodu.check.actors", Count.Min, Who.Name ?? Who.Kind ?? "");

    public override (bool, IReadOnlyList<Place>) Of(Inspected world)
    {
        var found = world.Census.Actors.Where(one => Who.Matches(one.Actor)).Select(one => one.Place).ToList();
        return (Count.Holds(found.Count), found);
    }
}

/// <summary>So many rules are there, of actors that are meant.</summary>
/// <param name="Text">The pattern as the teacher wrote it.</param>
internal sealed record RuleCheck(Who Who, RulePattern Pattern, string Text, Span Count) : Check
{
    public override Said Said => new("kodu.check.rule", Text);

    public override (bool, IReadOnlyList<Place>) Of(Inspected world)
    {
        var found = world
            .Census.Rules.Where(rule => Who.Matches(rule.On.Actor) && Pattern.Matches(rule))
            .Select(rule => rule.Place)
            .ToList();
        return (Count.Holds(found.Count), found);
    }
}

/// <summary>So many paths are there.</summary>
/// <param name="Kind"><see cref="WayKind.None"/>: any. So is a colour that is null.</param>
internal sealed record PathCheck(WayKind Kind, string? Color, Span Count) : Check
{
    public override Said Said => new("kodu.check.path", Count.Min);

    public override (bool, IReadOnlyList<Place>) Of(Inspected world) =>
        (Count.Holds(world.Census.World.Levels.Sum(level => level.Ways.Count(Is))), []);

    private bool Is(Way way) =>
        (Kind is WayKind.None || way.Kind == Kind)
        && (Color is null || string.Equals(Color, way.Color, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Something that is counted of every world lies in a range.</summary>
internal sealed record MeasureCheck(string Name, Span Count) : Check
{
    private const string Idiom = "idiom";

    public override Said Said => new("kodu.check.measure", Count.Min, Called);

    private Said Called =>
        Name.StartsWith(Idiom, StringComparison.Ordinal) ? new($"kodu.idiom.{Name[Idiom.Length..]}") : new($"kodu.measure.{Name}");

    public override (bool, IReadOnlyList<Place>) Of(Inspected world)
    {
        var measure = world.Measures.GetValueOrDefault(Name, Band.Nothing);
        return (Count.Holds(measure.Value), measure.Places);
    }
}

/// <summary>A setting of the world has a value.</summary>
internal sealed record SettingCheck(string Name, string Value) : Check
{
    public override Said Said => new("kodu.check.setting", Name, Value);

    public override (bool, IReadOnlyList<Place>) Of(Inspected world) =>
        (
            world.Census.World.Levels.Any(level =>
                string.Equals(level.Head.Settings.GetValueOrDefault(Name), Value, StringComparison.OrdinalIgnoreCase)
            ),
            []
        );
}

/// <summary>A score has a label, or is shown.</summary>
internal sealed record ScoreCheck(string? Color, bool? IsLabelled, bool? IsShown) : Check
{
    public override Said Said => new("kodu.check.score");

    public override (bool, IReadOnlyList<Place>) Of(Inspected world) =>
        (world.Census.World.Levels.SelectMany(level => level.Head.Scores).Any(Is), []);

    private bool Is(ScoreSetting score) =>
        (Color is null || string.Equals(Color, score.Color, StringComparison.OrdinalIgnoreCase))
        && (IsLabelled ?? score.Label.Trim().Length > 0) == score.Label.Trim().Length > 0
        && (IsShown ?? score.Visibility != "Off") == (score.Visibility != "Off");
}

/// <summary>Several checks in one: so many of them hold.</summary>
internal sealed record GroupCheck(IReadOnlyList<Check> Checks, Span Count) : Check
{
    public override Said Said => new("kodu.check.group", Count.Min, Checks.Select(check => check.Said));

    public override (bool, IReadOnlyList<Place>) Of(Inspected world)
    {
        var held = Checks.Select(check => check.Of(world)).Where(one => one.Holds).ToList();
        return (Count.Holds(held.Count), [.. held.SelectMany(one => one.Places).Distinct()]);
    }
}
