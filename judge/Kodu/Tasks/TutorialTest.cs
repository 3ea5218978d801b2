using System.Globalization;
using Judge.Kodu.Model;

namespace Judge.Kodu.Tasks;

/// <summary>Tests that tutorials of the game bring with them, as checks of ours.</summary>
internal static class TutorialTest
{
    /// <summary>Null: it asks for something that happens at the screen, such as waiting, and nothing of the world; or it is none.</summary>
    public static Check? Of(TutorialStep step) =>
        step.Test switch
        {
            "Kode" => Rule(step.Arguments),
            "BotCount" => Actors(step.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            _ => null,
        };

    private static RuleCheck? Rule(string text)
    {
        try
        {
            return new RuleCheck(Who.Any, RulePattern.Parse(text), text, new Span(1, null));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A type, a number, and whether that is the least or the most; without a word it is both.</summary>
    private static ActorCheck? Actors(string[] words)
    {
        if (words.Length is < 2 or > 3 || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var bound = words.Length > 2 ? words[2].ToLowerInvariant() : "";
        return new ActorCheck(new Who(words[0], null, null, null), new Span(bound == "max" ? 0 : count, bound == "min" ? null : count));
    }
}
