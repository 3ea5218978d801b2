using System.Text.Json;
using ArenaWeb.Words;

namespace ArenaWeb.Puzzles;

/// <summary>Sentences that the client says about a map and what runs on it, in the page's language.</summary>
internal static class PlayerWords
{
    /// <summary>Names under <c>player.</c> in the files of words, which the client says them by.</summary>
    private const string Names = """
        ready empty lacks loose map lid lids done notYet step bag power look run halt won ran wonAll stars shorter almost
        hiddenEnd queued refused saving saved unsaved blocks blocksGoal removed undo restarted older failedLoad grid robot robots
        directions at goals things pile houses walls gates holes painted lines hint hintMore late concept.loop concept.repeat
        concept.until concept.while concept.for concept.nested concept.if concept.call concept.parameter concept.variable
        """;

    /// <summary>By the default encoder: a script element takes it as it is.</summary>
    public static string Json(Phrases words) =>
        JsonSerializer.Serialize(
            Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToDictionary(name => name, name => words[$"player.{name}"])
        );
}
