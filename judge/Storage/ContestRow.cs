using System.Globalization;
using System.Text.Json;
using Judge.Contests;

namespace Judge.Storage;

/// <summary>A contest as it lies in the table: names are JSON, languages a list with blanks between.</summary>
internal sealed class ContestRow
{
    public const string Columns =
        "id, code, names, scoring, counting, start_at AS StartAt, end_at AS EndAt, freeze_at AS FreezeAt, languages, feedback, "
        + "attempts_limit AS AttemptsLimit, penalty_minutes AS PenaltyMinutes, duration, copy_of AS CopyOf";

    public long Id { get; set; }
    public string Code { get; set; } = "";
    public string Names { get; set; } = "";
    public string Scoring { get; set; } = "";
    public string Counting { get; set; } = "";
    public long StartAt { get; set; }
    public long EndAt { get; set; }
    public long? FreezeAt { get; set; }
    public string Languages { get; set; } = "";
    public string Feedback { get; set; } = "";
    public long? AttemptsLimit { get; set; }
    public long PenaltyMinutes { get; set; }
    public long? Duration { get; set; }
    public long? CopyOf { get; set; }

    public static ContestRow Of(Contest contest) =>
        new()
        {
            Id = contest.Id.Value,
            Code = contest.Code,
            Names = JsonSerializer.Serialize(contest.Names),
            Scoring = contest.Scoring.ToString(),
            Counting = contest.Counting.ToString(),
            StartAt = contest.Start.ToUnixTimeMilliseconds(),
            EndAt = contest.End.ToUnixTimeMilliseconds(),
            FreezeAt = contest.FreezeAt?.ToUnixTimeMilliseconds(),
            Languages = string.Join(' ', contest.Languages),
            Feedback = contest.Feedback.ToString(),
            AttemptsLimit = contest.AttemptsLimit,
            PenaltyMinutes = contest.PenaltyMinutes,
            Duration = (long?)contest.Duration?.TotalMilliseconds,
            CopyOf = contest.CopyOf?.Value,
        };

    public Contest ToContest(IReadOnlyList<ContestProblem> problems, IReadOnlyList<ContestFactRow> facts) =>
        new()
        {
            Id = new ContestId(Id),
            Code = Code,
            Names = JsonSerializer.Deserialize<Dictionary<string, string>>(Names)!,
            Scoring = Enum.Parse<ScoringStyle>(Scoring),
            Counting = Enum.Parse<Counting>(Counting),
            Start = DateTimeOffset.FromUnixTimeMilliseconds(StartAt),
            End = DateTimeOffset.FromUnixTimeMilliseconds(EndAt),
            FreezeAt = FreezeAt is { } freeze ? DateTimeOffset.FromUnixTimeMilliseconds(freeze) : null,
            Problems = problems,
            Languages = Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Feedback = Enum.Parse<Feedback>(Feedback),
            AttemptsLimit = (int?)AttemptsLimit,
            PenaltyMinutes = (int)PenaltyMinutes,
            Duration = Duration is { } duration ? TimeSpan.FromMilliseconds(duration) : null,
            CopyOf = CopyOf is { } original ? new ContestId(original) : null,
            Times = [.. facts.Select(fact => fact.ToTime()).OfType<TimeFact>()],
            Life = [.. facts.Select(fact => fact.ToLife()).OfType<LifeFact>()],
        };
}

/// <summary>A problem of a contest as it lies in the table.</summary>
internal sealed class ContestProblemRow
{
    public long Contest { get; set; }
    public long Place { get; set; }
    public string Label { get; set; } = "";
    public string Problem { get; set; } = "";
    public string Points { get; set; } = "";

    public static ContestProblemRow Of(ContestId contest, ContestProblem problem, int place) =>
        new()
        {
            Contest = contest.Value,
            Place = place,
            Label = problem.Label,
            Problem = problem.Problem,
            Points = problem.Points.ToString(CultureInfo.InvariantCulture),
        };

    public ContestProblem ToProblem() => new(Label, Problem, decimal.Parse(Points, CultureInfo.InvariantCulture));
}
