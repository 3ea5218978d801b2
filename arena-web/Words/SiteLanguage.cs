using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>
/// A language the site speaks: its code for <c>lang</c> and cookies, its name in itself, how it writes numbers and dates.
/// </summary>
internal sealed record SiteLanguage(string Code, string Name, CultureInfo Culture)
{
    public static readonly SiteLanguage Vietnamese = new("vi", "Tiếng Việt", CultureInfo.GetCultureInfo("vi-VN"));
    public static readonly SiteLanguage English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public static IReadOnlyList<SiteLanguage> All { get; } = [Vietnamese, English];

    /// <summary>The language with this code, or null for anything else.</summary>
    public static SiteLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);
}
