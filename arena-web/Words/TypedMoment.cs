using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArenaWeb.Words;

/// <summary>
/// A moment as people in Vietnam type it: day, month, year and a time, in either order and by Vietnam's clock. The browser's island
/// <c>moment</c> reads by the same rule; <c>Client/tests/moments.json</c> holds both to it.
/// </summary>
/// <param name="Moment">Null: it is none, as <paramref name="Flaw"/> says.</param>
/// <param name="Date">The date that is spoken of, day first, where the flaw is about one; else empty.</param>
internal sealed partial record TypedMoment(DateTimeOffset? Moment, MomentFlaw Flaw = MomentFlaw.None, string Date = "")
{
    /// <summary>Longer than any moment in words.</summary>
    private const int Longest = 100;

    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>Reads <c>1/12/2026 7:30</c>, <c>07g30 01-12-2026</c>, <c>2026-12-01T07:30</c>, and what <see cref="Phrases.InWords"/> says
    /// in Vietnamese.</summary>
    public static TypedMoment Read(string? text)
    {
        var typed = (text ?? "").Length > Longest ? "?" : Plain(text ?? "");
        if (typed.Length == 0)
        {
            return new(null, MomentFlaw.Missing);
        }

        var date = DayFirst().Match(typed) is { Success: true } usual ? usual : YearFirst().Match(typed);
        if (!date.Success)
        {
            return new(null, MomentFlaw.Form);
        }

        var rest = (typed[..date.Index] + " " + typed[(date.Index + date.Length)..]).Trim(' ', '\t', '-');
        var (time, flaw) = TimeOf(rest);
        return DayOf(date) is var day && day.Moment is { } midnight
            ? time is { } after
                ? new(midnight + after)
                : new(null, flaw)
            : day;
    }

    /// <summary>Plain digits and signs, no words but those of hours.</summary>
    private static string Plain(string text)
    {
        var typed = text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Dash().Replace(Between().Replace(Noise().Replace(typed, " "), "/"), "-").Trim();
    }

    private static TypedMoment DayOf(Match date)
    {
        var (day, month, year) = (Number(date, "day"), Number(date, "month"), date.Groups["year"].Value);
        if (year.Length != 4 || int.Parse(year, CultureInfo.InvariantCulture) is < FirstYear or > LastYear)
        {
            return new(null, MomentFlaw.Year);
        }

        if (month > 12 && day is >= 1 and <= 12)
        {
            return new(null, MomentFlaw.MonthFirst, string.Create(CultureInfo.InvariantCulture, $"{month:00}/{day:00}/{year}"));
        }

        var written = string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{year}");
        return DateTime.TryParseExact(written, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var midnight)
            ? new(VietnamTime.At(midnight))
            : new(null, MomentFlaw.NoSuchDay, written);
    }

    private static (TimeSpan? Time, MomentFlaw Flaw) TimeOf(string text)
    {
        if (text.Length == 0)
        {
            return (null, MomentFlaw.NoTime);
        }

        if (TimeOfDay().Match(text) is not { Success: true } time)
        {
            return (null, MomentFlaw.Form);
        }

        var (hour, minute, second) = (Number(time, "hour"), Number(time, "minute"), Number(time, "second"));
        var half = time.Groups["half"].Value;
        if (hour > 23 || minute > 59 || second > 59 || (half.Length > 0 && hour is 0 or > 12))
        {
            return (null, MomentFlaw.NoSuchTime);
        }

        hour = half switch
        {
            "am" or "sa" => hour % 12,
            "pm" or "ch" => (hour % 12) + 12,
            _ => hour,
        };
        return (new TimeSpan(hour, minute, second), MomentFlaw.None);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|giờ việt nam|ngày|lúc|vào|[,;]|(?<=[0-9])t(?=[0-9])")]
    private static partial Regex Noise();

    [GeneratedRegex(@"tháng|năm")]
    private static partial Regex Between();

    [GeneratedRegex(@"\p{Pd}")]
    private static partial Regex Dash();

    /// <summary>One sign twice: in "7:30 - 1/12/2026" the dash belongs to no date.</summary>
    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{1,2})\s*(?<sign>[/.-])\s*(?<month>[0-9]{1,2})\s*\k<sign>\s*(?<year>[0-9]{1,9})(?![0-9])")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<![0-9])(?<year>[0-9]{4})\s*(?<sign>[/.-])\s*(?<month>[0-9]{1,2})\s*\k<sign>\s*(?<day>[0-9]{1,2})(?![0-9])")]
    private static partial Regex YearFirst();

    /// <summary>7:30, 07:30:15, 7h, 7g30, 7 giờ 30 phút, 7:30 PM (CH: in the afternoon).</summary>
    [GeneratedRegex(
        """
            \A(?<hour>[0-9]{1,2})\s*
            (?:[:.]\s*(?<minute>[0-9]{2})(?:\s*[:.]\s*(?<second>[0-9]{2}))?
            |(?:giờ|h|g)\s*(?:(?<minute>[0-9]{1,2})\s*(?:phút|p|m|')?)?)
            \s*(?<half>am|pm|sa|ch)?\z
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex TimeOfDay();
}

/// <summary>Why a text is no moment; a sentence for each stands at <c>moment.flaw.</c> and its name.</summary>
internal enum MomentFlaw
{
    None,

    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>No date and time can be made out.</summary>
    Form,

    /// <summary>A year of other than four digits, or of another century.</summary>
    Year,

    /// <summary>The month stands first, as in America.</summary>
    MonthFirst,

    /// <summary>No calendar has the day.</summary>
    NoSuchDay,

    /// <summary>A date alone.</summary>
    NoTime,

    /// <summary>No clock shows the time.</summary>
    NoSuchTime,
}
