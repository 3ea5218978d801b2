using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu;

/// <summary>What a report is called in the words of people.</summary>
internal static class KoduWords
{
    public static Said Of(Idiom idiom) => new($"kodu.idiom.{idiom}");

    public static Said Of(FindingLevel level) => new($"kodu.level.{level}");

    public static Said Dimension(string name) => new($"kodu.dimension.{name}");

    public static Said Measure(string name) => new($"kodu.measure.{name}");

    /// <param name="place">In that world.</param>
    public static Said Of(Place place, World world)
    {
        if (place.Actor == 0)
        {
            return new Said("kodu.place.level", place.Level);
        }

        var actor = world.Levels[place.Level - 1].Actors[place.Actor - 1];
        var name = actor.Name.Length > 0 ? actor.Name : actor.Type;
        return place switch
        {
            { Page: 0 } => new Said("kodu.place.actor", name),
            { Rule: 0 } => new Said("kodu.place.page", name, place.Page),
            _ => new Said("kodu.place.rule", name, place.Page, place.Rule),
        };
    }
}
