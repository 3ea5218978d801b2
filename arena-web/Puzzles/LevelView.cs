using Microsoft.AspNetCore.Html;

namespace ArenaWeb.Puzzles;

/// <summary>What the page of one level shows; <c>_Level.cshtml</c> draws it and the client brings it to life.</summary>
/// <param name="Title">In the page's language.</param>
/// <param name="Story">What is to be done, in a sentence or two.</param>
/// <param name="LevelJson">
/// The level as the client reads it (Client/src/puzzles/level.ts), written by the default encoder: it goes into a script element as it is.
/// </param>
/// <param name="Path">All levels of the strand in their order; empty: the level stands alone.</param>
internal sealed record LevelView(string Title, IHtmlContent Story, string LevelJson, IReadOnlyList<LevelSquare> Path)
{
    /// <summary>Where the result of the hour is; null: the level is of none.</summary>
    public string? Finish { get; init; }

    /// <summary>The pupil's time for the hour is over.</summary>
    public bool IsOver { get; init; }
}

/// <summary>A level as a square of the hopscotch path.</summary>
/// <param name="Label">What is written on it, such as 7.</param>
/// <param name="Href">Null: it is not open yet.</param>
/// <param name="Stars">0 to 3; null: it was not tried.</param>
/// <param name="Almost">All maps that can be seen are done, a hidden one is not.</param>
/// <param name="Now">It is the level of this page.</param>
internal sealed record LevelSquare(string Label, string? Href, int? Stars, bool Almost, bool Now);
