using System.Globalization;
using Judge.Messages;
using Judge.Score;

namespace ArenaWeb.Words;

/// <summary>
/// What a page says in the language of its request: <c>@T["layout.signin"]</c>, <c>@T["pager.now", 2, 9]</c>.
/// Numbers and dates follow that language (8,75 and 09/03/2026 in Vietnamese), moments are shown in Vietnam's time.
/// </summary>
public sealed class Phrases
{
    internal Phrases(Lexicon lexicon, SiteLanguage language) => (Catalog, Language) = (lexicon[language], language);

    internal MessageCatalog Catalog { get; }

    internal SiteLanguage Language { get; }

    /// <summary>The text of a key; a key without text is our mistake and throws.</summary>
    public string this[string key] => Catalog[key];

    /// <summary>The text of a key with its placeholders filled in.</summary>
    public string this[string key, params object?[] values] => Catalog[key, values];

    /// <summary>What the judge has to say.</summary>
    public string this[Said said] => Catalog[said];

    /// <summary>Points with as many decimals as they have, at most two: 8,75 · 100.</summary>
    public string Number(decimal value) => PointsRule.Round(value).ToString("#,0.##", Language.Culture);

    /// <summary>09/03/2026.</summary>
    public string Date(DateTimeOffset moment) => Local(moment, "dd'/'MM'/'yyyy");

    /// <summary>09/03/2026.</summary>
    public string Date(DateOnly day) => TypedDay.ForInput(day);

    /// <summary>07:30.</summary>
    public string Time(DateTimeOffset moment) => Local(moment, "HH':'mm");

    /// <summary>07:30:15, for submissions, where seconds decide.</summary>
    public string TimeOfDay(DateTimeOffset moment) => Local(moment, "HH':'mm':'ss");

    /// <summary>09/03/2026 07:30, as fields take it.</summary>
    public string Moment(DateTimeOffset moment) => Local(moment, "dd'/'MM'/'yyyy HH':'mm");

    /// <summary>"Thứ Ba, ngày 1 tháng 12 năm 2026, 07:30, giờ Việt Nam"; no reader can take it for another day.</summary>
    public string InWords(DateTimeOffset moment)
    {
        var local = VietnamTime.Of(moment);
        return this[
            "moment.words",
            this["moment.days"].Split('|')[(int)local.DayOfWeek],
            Local(moment, "%d"),
            this["moment.months"].Split('|')[local.Month - 1],
            Local(moment, "yyyy"),
            local.Second == 0 ? Time(moment) : TimeOfDay(moment)
        ];
    }

    private static string Local(DateTimeOffset moment, string format) =>
        VietnamTime.Of(moment).ToString(format, CultureInfo.InvariantCulture);
}
