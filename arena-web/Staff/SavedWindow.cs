using System.Globalization;
using Judge.Contests;

namespace ArenaWeb.Staff;

/// <summary>
/// A contest's window in one line of text, <c>start/end/freeze</c> in UTC with milliseconds, so that a change can be told and taken back.
/// </summary>
internal sealed record SavedWindow(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset? FreezeAt)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static SavedWindow Of(Contest contest) => new(contest.Start, contest.End, contest.FreezeAt);

    /// <returns>Null: the text is no window.</returns>
    public static SavedWindow? Parse(string? text)
    {
        var parts = (text ?? "").Split('/');
        return
            parts.Length == 3
            && Moment(parts[0]) is { } start
            && Moment(parts[1]) is { } end
            && (parts[2].Length == 0 || Moment(parts[2]) is not null)
            ? new(start, end, Moment(parts[2]))
            : null;
    }

    public Contest On(Contest contest) => contest with { Start = Start, End = End, FreezeAt = FreezeAt };

    public override string ToString() => $"{Text(Start)}/{Text(End)}/{(FreezeAt is { } freeze ? Text(freeze) : "")}";

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
