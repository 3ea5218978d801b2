using Judge.Kodu.Model;
using Judge.Kodu.Text;

namespace Judge.Kodu.Provenance;

/// <summary>A program as others are held against it: its rules in canonical form, each with how often it stands there.</summary>
/// <param name="Key">Whatever the caller knows it by: a number of an entry, a name of a world of the game.</param>
internal sealed record ProgramPrint(string Key, string WorldId, int Rules, IReadOnlyDictionary<string, int> Lines)
{
    public static ProgramPrint Of(string key, World world)
    {
        var rules = world
            .Levels.SelectMany(level => level.Actors)
            .SelectMany(actor => actor.Pages)
            .SelectMany(page => page)
            .Where(rule => rule.Tiles.Any())
            .ToList();
        return new ProgramPrint(key, world.First.Head.Id, rules.Count, rules.CountBy(RuleText.Canonical).ToDictionary());
    }
}

/// <summary>Two worlds that may come from one hand: a hint for jurors, and never a verdict.</summary>
/// <param name="Share">Of rules that both have, from 0 to 1.</param>
internal sealed record Pair(string One, string Other, bool HasSameId, double Share);

/// <summary>
/// Holds programs against one another. Where actors stand and which rule comes first does not count, so that a copy stays one after things
/// were moved about.
/// </summary>
internal static class Likeness
{
    /// <summary>The share from which a juror is told.</summary>
    public const double Telling = 0.9;

    /// <summary>Below so many rules, many worlds are alike by chance.</summary>
    public const int FewestRules = 6;

    /// <summary>Rules that both have, as a share of all rules of both (Dice); 0 where there is none.</summary>
    public static double Share(ProgramPrint one, ProgramPrint other)
    {
        var (few, many) = one.Lines.Count <= other.Lines.Count ? (one, other) : (other, one);
        var common = few.Lines.Sum(line => Math.Min(line.Value, many.Lines.GetValueOrDefault(line.Key)));
        return one.Rules + other.Rules > 0 ? 2.0 * common / (one.Rules + other.Rules) : 0;
    }

    /// <summary>Pairs of entries that are alike, and entries that are like a known world, most alike first.</summary>
    public static IReadOnlyList<Pair> Pairs(IReadOnlyList<ProgramPrint> entries, IReadOnlyList<ProgramPrint> known) =>
        [
            .. entries
                .Index()
                .SelectMany(one => entries.Skip(one.Index + 1).Concat(known), (one, other) => Compare(one.Item, other))
                .Where(pair => pair.HasSameId || pair.Share >= Telling)
                .OrderByDescending(pair => pair.Share),
        ];

    private static Pair Compare(ProgramPrint one, ProgramPrint other)
    {
        // Worlds far apart in length cannot reach the share that is told, and are not compared line by line.
        var (few, many) = (Math.Min(one.Rules, other.Rules), Math.Max(one.Rules, other.Rules));
        var share = few >= FewestRules && 2.0 * few / (few + many) >= Telling ? Share(one, other) : 0;
        return new Pair(one.Key, other.Key, one.WorldId.Length > 0 && one.WorldId == other.WorldId, share);
    }
}
