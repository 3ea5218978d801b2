using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>A language the site speaks: its code for <c>lang</c> and cookies, its name in itself, how it writes numbers and dates.</summary>
internal sealed record Language(string Code, string Name, CultureInfo Culture)
{
    public static readonly Language Vietnamese = new("vi", "Tiếng Việt", CultureInfo.GetCultureInfo("vi-VN"));
    public static readonly Language English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public static IReadOnlyList<Language> All { get; } = [Vietnamese, English];

    /// <summary>The language with this code, or null for anything else.</summary>
    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);
}
