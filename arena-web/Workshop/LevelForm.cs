using ArenaWeb.Words;

namespace ArenaWeb.Workshop;

/// <summary>What is posted of a level: its words and its drawing.</summary>
internal sealed class LevelForm
{
    public const int LongestTitle = 60;
    public const int LongestStory = 600;

    public string TitleVi { get; set; } = "";

    public string TitleEn { get; set; } = "";

    public string StoryVi { get; set; } = "";

    public string StoryEn { get; set; } = "";

    public DrawnLevel Drawn { get; set; } = new();

    public static LevelForm Of(LevelText text) =>
        new()
        {
            TitleVi = text.TitleVi,
            TitleEn = text.TitleEn,
            StoryVi = text.StoryVi,
            StoryEn = text.StoryEn,
            Drawn = DrawnLevel.Read(text.Level),
        };

    /// <summary>Takes stray blanks and other forms of Unicode out, and maps that were emptied.</summary>
    public void Clean()
    {
        (TitleVi, TitleEn) = (TypedWords.Clean(TitleVi), TypedWords.Clean(TitleEn));
        (StoryVi, StoryEn) = (TypedWords.Clean(StoryVi), TypedWords.Clean(StoryEn));
        Drawn.Hint = TypedWords.Clean(Drawn.Hint);
        Drawn.Maps.RemoveAll(map => string.IsNullOrWhiteSpace(map.Rows));
    }

    /// <summary>Key of the sentence on what is wrong with the words; null: nothing.</summary>
    public string? WordsFlaw() =>
        TitleVi.Length is 0 or > LongestTitle || TitleEn.Length > LongestTitle ? "workshop.flaw.title"
        : StoryVi.Length is 0 or > LongestStory || StoryEn.Length > LongestStory ? "workshop.flaw.story"
        : null;

    public LevelText Text(string level) => new(TitleVi, TitleEn, StoryVi, StoryEn, level);
}
