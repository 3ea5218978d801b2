using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>A day as people in Vietnam type it, by the rules of <see cref="TypedMoment"/>.</summary>
/// <param name="Day">Null: it is none, as <paramref name="Flaw"/> says.</param>
/// <param name="Date">The date that is spoken of, where the flaw is about one; else empty.</param>
internal sealed record TypedDay(DateOnly? Day, MomentFlaw Flaw = MomentFlaw.None, string Date = "")
{
    /// <summary>Reads <c>30/6/2025</c>, <c>30-06-2025</c>, <c>2025-06-30</c>, <c>ngày 30 tháng 6 năm 2025</c>.</summary>
    public static TypedDay Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(null, MomentFlaw.Missing);
        }

        var typed = TypedMoment.Read(text + " 00:00");
        return typed.Moment is { } moment ? new(VietnamTime.DayOf(moment)) : new(null, typed.Flaw, typed.Date);
    }

    /// <summary>A day as a field holds it, 30/06/2025, in either language.</summary>
    public static string ForInput(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
