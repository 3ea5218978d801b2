namespace ArenaWeb.Privacy.Rules;

/// <summary>
/// How long personal data is kept (<c>Contest__Privacy__NamesMonths</c> and so on), in months. All defaults are proposals (đề xuất): no
/// rule of the city is known.
/// </summary>
internal sealed record RetentionSettings
{
    private const int MostMonths = 600;

    /// <summary>Months after a contest in which its pupils still have names; then a number, class and school are left.</summary>
    public int NamesMonths { get; init; } = 24;

    /// <summary>Months in which reads of names and sessions can be looked up.</summary>
    public int LogMonths { get; init; } = 24;

    /// <summary>Months after a request about data is done.</summary>
    public int RequestsMonths { get; init; } = 60;

    /// <summary>School years after which a school's list of pupils goes.</summary>
    public int ListYears { get; init; } = 3;

    /// <summary>What cannot be meant; null: all can.</summary>
    public string? Flaw() =>
        new[] { NamesMonths, LogMonths, RequestsMonths, ListYears }.All(value => value is >= 1 and <= MostMonths)
            ? null
            : $"Contest__Privacy: months and years from 1 to {MostMonths}.";
}

/// <summary>What is too old at a moment. Pure.</summary>
/// <param name="ContestsEndedBefore">Pupils of contests that were over by then lose their names.</param>
/// <param name="LogsBefore">What was logged before goes.</param>
/// <param name="RequestsDoneBefore">What was done before goes.</param>
/// <param name="ListsBefore">Lists of school years that began in an earlier year go.</param>
internal sealed record Retention(
    DateTimeOffset ContestsEndedBefore,
    DateTimeOffset LogsBefore,
    DateTimeOffset RequestsDoneBefore,
    int ListsBefore
)
{
    public static Retention At(DateTimeOffset now, RetentionSettings settings) =>
        new(
            now.AddMonths(-settings.NamesMonths),
            now.AddMonths(-settings.LogMonths),
            now.AddMonths(-settings.RequestsMonths),
            now.Year - settings.ListYears
        );
}
