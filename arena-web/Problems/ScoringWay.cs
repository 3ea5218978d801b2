using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Problems;

/// <summary>How a contest is scored, as one choice among those that make sense: the style, and which submission counts.</summary>
internal sealed record ScoringWay(ScoringStyle Scoring, Counting Counting)
{
    /// <summary>In the order in which they are offered, the usual one of a school first.</summary>
    public static IReadOnlyList<ScoringWay> All { get; } =
    [
        new(ScoringStyle.Points, Counting.Best),
        new(ScoringStyle.Points, Counting.Last),
        new(ScoringStyle.Points, Counting.BestPerSubtask),
        new(ScoringStyle.PointsWithPenalty, Counting.Best),
        new(ScoringStyle.PointsWithPenalty, Counting.BestPerSubtask),
        new(ScoringStyle.Icpc, Counting.Best),
    ];

    /// <summary>In forms, and at the end of the keys of its words: <c>Points</c>, <c>Points.Last</c>, …</summary>
    public string Name => Counting == Counting.Best ? $"{Scoring}" : $"{Scoring}.{Counting}";

    public bool HasPenalty => Scoring is ScoringStyle.Icpc or ScoringStyle.PointsWithPenalty;

    public static ScoringWay Of(Contest contest) => new(contest.Scoring, contest.Counting);

    /// <summary>Null: none is called so.</summary>
    public static ScoringWay? Named(string? name) => All.FirstOrDefault(way => way.Name == name);

    /// <summary>For the board: what comes first, and what parts equals.</summary>
    public static string Lead(Contest contest, Phrases words) =>
        words[$"boards.lead.{Of(contest).Name}", words.Number(contest.PenaltyMinutes)];

    /// <summary>For pupils: which of their submissions counts, and what it costs.</summary>
    public static string Rule(Contest contest, Phrases words) =>
        words[$"arena.rule.{Of(contest).Name}", words.Number(contest.PenaltyMinutes)];
}
