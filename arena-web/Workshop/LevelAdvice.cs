namespace ArenaWeb.Workshop;

/// <summary>Who sees a level in the making, and what would make it better.</summary>
internal static class LevelAdvice
{
    private static readonly string[] Asking = ["until_when", "while_when", "if_when", "if_else_when", "until", "while", "if", "if_else"];

    public static bool MaySee(LevelWork work, string login) => work.Author == login || work.State != LevelState.Draft;

    /// <summary>Keys of sentences.</summary>
    public static IEnumerable<string> Of(DrawnLevel level)
    {
        if (level.Maps.Count == 1 && level.Tools.Intersect(Asking).Any())
        {
            yield return "workshop.advice.maps"; // a list of steps by heart would win it
        }

        if (level.Maps.Count > 1 && !level.Maps.Any(map => map.Hidden))
        {
            yield return "workshop.advice.hidden";
        }

        if (level.Hint.Length == 0)
        {
            yield return "workshop.advice.hint";
        }

        if (level.Blocks > 15)
        {
            yield return "workshop.advice.long";
        }
    }
}
