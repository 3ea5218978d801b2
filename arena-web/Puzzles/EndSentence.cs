using ArenaWeb.Words;
using Judge.Score;
using Judge.Worlds.Levels;

namespace ArenaWeb.Puzzles;

/// <summary>What a pupil is told of the end of a run: the level's own sentence, else the general one.</summary>
internal static class EndSentence
{
    /// <summary>Beside the codes: a robot that should tell a number told none.</summary>
    private const string ToldNothing = "told_nothing";

    /// <param name="level">Null: its package is gone.</param>
    public static string Of(WorldEnd end, Level? level, Phrases words) =>
        EndCodes.Of(end.Code) is { } code && level?.Sentences.GetValueOrDefault(code) is { } own
            ? string.Format(words.Language.Culture, In(own, words), [.. end.Said.Arguments])
            : words[end.Said];

    /// <summary>By code, with their placeholders.</summary>
    public static IEnumerable<(string Key, string Sentence)> All(Level level, Phrases words) =>
        Enum.GetValues<EndCode>()
            .Select(code =>
                (code.Key(), level.Sentences.GetValueOrDefault(code) is { } own ? In(own, words) : words[$"world.end.{code.Key()}"])
            )
            .Append((ToldNothing, words[$"world.end.{ToldNothing}"]));

    /// <summary>The text in the page's language, or in the first there is.</summary>
    public static string In(IReadOnlyDictionary<string, string> texts, Phrases words) =>
        texts.GetValueOrDefault(words.Language.Code) ?? texts.Values.First();
}
