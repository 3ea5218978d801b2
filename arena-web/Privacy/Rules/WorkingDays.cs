using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace ArenaWeb.Privacy.Rules;

/// <summary>
/// Days on which offices work: not on Saturdays, Sundays and the holidays of a table. A holiday that the table misses only makes a clock
/// stricter than the law.
/// </summary>
/// <param name="holidays">First and last day of each, both inside.</param>
internal sealed class WorkingDays(IEnumerable<(DateOnly First, DateOnly Last)> holidays)
{
    private const string DayForm = "dd/MM/yyyy";

    private readonly FrozenSet<DateOnly> _holidays = holidays.SelectMany(Days).ToFrozenSet();

    /// <summary>Those of the file <c>holidays.csv</c>.</summary>
    public static WorkingDays Vietnam { get; } = new(Read(Text("holidays.csv")));

    /// <summary>The last year whose holidays are known.</summary>
    public int KnownUntil => _holidays.Count == 0 ? 0 : _holidays.Max(day => day.Year);

    public bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);

    /// <summary>The working day that comes as the given one after a day, which itself does not count.</summary>
    /// <param name="count">From 1.</param>
    public DateOnly After(DateOnly day, int count)
    {
        for (var left = count; left > 0; left -= IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>How many working days come after one day, up to another; negative where that is past.</summary>
    public int Between(DateOnly from, DateOnly to) =>
        from <= to ? Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(ahead => IsWorking(from.AddDays(ahead))) : -Between(to, from);

    /// <summary>A file that came with the program.</summary>
    internal static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(DateOnly First, DateOnly Last)> Read(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(';'))
            .Select(cells => (Day(cells[0]), Day(cells[1])));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Days((DateOnly First, DateOnly Last) holiday) =>
        Enumerable.Range(0, holiday.Last.DayNumber - holiday.First.DayNumber + 1).Select(holiday.First.AddDays);
}
