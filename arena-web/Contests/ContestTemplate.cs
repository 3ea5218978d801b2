using System.Reflection;
using System.Text.Json;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>How sure a fact of a template is.</summary>
internal enum FactSource
{
    /// <summary>A published rule.</summary>
    Real,

    /// <summary>The closest rule found, where the city's own is unknown.</summary>
    Nearest,

    /// <summary>Ours, for the organiser to change.</summary>
    Proposed,
}

/// <summary>What an engine that is not built yet would do.</summary>
internal enum MissingEngine
{
    None,
    Marking,
}

/// <summary>
/// A kind of contest with its usual rules, a file of <c>Contests/Templates</c>. Its name and facts are words: <c>template.{Id}</c> and
/// <c>template.{Id}.fact.{number from 1}</c>.
/// </summary>
internal sealed record ContestTemplate
{
    public required string Id { get; init; }

    /// <summary>Place among the others, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>None: a contest can be made from it.</summary>
    public MissingEngine Missing { get; init; }

    /// <summary>A <see cref="ScoringWay.Name"/>.</summary>
    public string Scoring { get; init; } = nameof(ScoringStyle.Points);

    /// <summary>Length of the window.</summary>
    public int Minutes { get; init; } = 150;

    /// <summary>Minutes of each pupil's own clock; null: all start with the window.</summary>
    public int? Duration { get; init; }

    /// <summary>Minutes before the end from which on the public board stands still; null: never.</summary>
    public int? FreezeBefore { get; init; }

    /// <summary>By folder name; empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public Feedback Feedback { get; init; } = Feedback.Tests;

    /// <summary>Greatest number of hand-ins a problem; null: no limit.</summary>
    public int? Attempts { get; init; }

    public int? Penalty { get; init; }

    /// <summary>How sure each fact is, in their order.</summary>
    public IReadOnlyList<FactSource> Facts { get; init; } = [];

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>In their order.</summary>
    public static IReadOnlyList<ContestTemplate> All { get; } = [.. Read().OrderBy(template => template.Order)];

    /// <summary>Null: none that a contest can be made from is called so.</summary>
    public static ContestTemplate? Named(string? id) =>
        All.FirstOrDefault(template => template.Id == id && template.Missing == MissingEngine.None);

    /// <summary>Fills a form with the usual rules.</summary>
    /// <param name="known">Languages of this house; others are left out.</param>
    public void Fill(ContestForm form, DateTimeOffset start, IReadOnlyCollection<string> known)
    {
        var end = start.AddMinutes(Minutes);
        (form.Start, form.End, form.Scoring) = (VietnamTime.ForInput(start), VietnamTime.ForInput(end), Scoring);
        form.FreezeAt = FreezeBefore is { } before ? VietnamTime.ForInput(end.AddMinutes(-before)) : null;
        (form.Duration, form.AttemptsLimit, form.PenaltyMinutes) = (Text(Duration), Text(Attempts), Text(Penalty));
        form.Feedback = Feedback.ToString();
        form.Languages = [.. Languages.Where(known.Contains)];
    }

    private static string? Text(int? number) => number is { } one ? FormattableString.Invariant($"{one}") : null;

    private static IEnumerable<ContestTemplate> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.Replace('\\', '/').StartsWith("Contests/Templates/", StringComparison.Ordinal))
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                yield return JsonSerializer.Deserialize<ContestTemplate>(file, Form)!;
            }
        }
    }
}
