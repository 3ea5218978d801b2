using System.Globalization;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>
/// What must come of an author's solution on some of the tests (github.com/Kattis/problem-package-format, 2025-09, "submissions.yaml"). Our
/// verdicts for memory and output count as their own; where the format says RTE, both are meant as well.
/// </summary>
public sealed record Expectation
{
    /// <summary>Finer than any mark, coarser than what rounding shares can cost.</summary>
    private const int PointPlaces = 8;

    private static readonly Dictionary<string, Verdict[]> Codes = new()
    {
        ["AC"] = [Verdict.Accepted],
        ["WA"] = [Verdict.WrongAnswer],
        ["TLE"] = [Verdict.TimeLimit],
        ["RTE"] = [Verdict.RuntimeError, Verdict.MemoryLimit, Verdict.OutputLimit],
        ["MLE"] = [Verdict.MemoryLimit],
        ["OLE"] = [Verdict.OutputLimit],
        ["CE"] = [Verdict.CompileError],
    };

    /// <summary>Which tests it is about: <c>sample</c>, <c>secret/group1</c>, <c>secret/*-big</c>; empty: all.</summary>
    public string Tests { get; init; } = "";

    /// <summary>Every verdict must be one of these; null: any may be.</summary>
    public IReadOnlySet<Verdict>? Permitted { get; init; }

    /// <summary>At least one verdict must be one of these; null: none need be.</summary>
    public IReadOnlySet<Verdict>? Required { get; init; }

    /// <summary>Least and greatest number of points, of the whole or of each group that <see cref="Tests"/> names; null: any.</summary>
    public (decimal Least, decimal Most)? Score { get; init; }

    /// <summary>Words that some checker's message must hold; empty: none.</summary>
    public string Message { get; init; } = "";

    public bool IsAccepted => Permitted is { Count: 1 } only && only.Contains(Verdict.Accepted) && Tests.Length == 0;

    /// <summary>What the name of a folder says; null: it says nothing.</summary>
    /// <param name="full">Points of a solution that is right.</param>
    public static Expectation? OfFolder(string folder, decimal full) =>
        folder switch
        {
            "accepted" => new() { Permitted = Set("AC") },
            "partially_accepted" => new() { Score = (0.000001m, full - 0.000001m) },
            "rejected" => new() { Required = Set("RTE", "TLE", "WA") },
            "wrong_answer" => new() { Permitted = Set("AC", "WA"), Required = Set("WA") },
            "time_limit_exceeded" => new() { Permitted = Set("AC", "TLE"), Required = Set("TLE") },
            "run_time_error" => new() { Permitted = Set("AC", "RTE"), Required = Set("RTE") },
            "memory_limit_exceeded" => new() { Permitted = Set("AC", "MLE"), Required = Set("MLE") },
            "output_limit_exceeded" => new() { Permitted = Set("AC", "OLE"), Required = Set("OLE") },
            "brute_force" => new() { Permitted = Set("AC", "RTE", "TLE"), Required = Set("RTE", "TLE") },
            "compile_error" => new() { Permitted = Set("CE"), Required = Set("CE") },
            _ => null,
        };

    /// <exception cref="FormatException">A code is not known.</exception>
    public static IReadOnlySet<Verdict> Set(params IEnumerable<string> codes) =>
        codes
            .SelectMany(code =>
                Codes.GetValueOrDefault(code) ?? throw new FormatException($"'{code}' is no verdict: {string.Join(", ", Codes.Keys)}.")
            )
            .ToHashSet();

    /// <summary>Codes of what came out but is not as wanted; None: all is well.</summary>
    public FindingCode Unmet(Judgement judgement, decimal full)
    {
        if (judgement.Verdict == Verdict.JudgeError)
        {
            return FindingCode.JudgeFailed;
        }

        var compiled = judgement.Verdict != Verdict.CompileError;
        List<Verdict> verdicts = compiled ? [.. judgement.Tests.Where(IsAbout).Select(test => test.Verdict)] : [Verdict.CompileError];
        if (!compiled && Permitted?.Contains(Verdict.CompileError) != true)
        {
            return FindingCode.NotCompiled;
        }

        if (
            (Permitted is not null && !verdicts.TrueForAll(Permitted.Contains))
            || (Required is not null && !verdicts.Exists(Required.Contains))
        )
        {
            return FindingCode.WrongVerdict;
        }

        if (Score is var (least, most) && Given(judgement, full) is var points && !points.All(given => given >= least && given <= most))
        {
            return FindingCode.WrongScore;
        }

        return
            Message.Length > 0
            && !judgement.Tests.Any(test => IsAbout(test) && test.StaffRemark.Contains(Message, StringComparison.Ordinal))
            ? FindingCode.MessageMissing
            : FindingCode.None;
    }

    /// <summary>
    /// Points that <see cref="Score"/> is about: of the whole, or of each group that is named; a name of none has no points.
    /// </summary>
    public IReadOnlyList<decimal> Given(Judgement judgement, decimal full)
    {
        List<decimal> shares = Tests is "" or "secret"
            ? [judgement.Share]
            : [.. Named(judgement.Groups).Select(group => group.Share * group.Weight)];
        return shares.Count > 0 ? shares.ConvertAll(share => decimal.Round(share * full, PointPlaces)) : [0];
    }

    /// <summary>In short, such as <c>AC WA, some WA, 40–60</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        if (Permitted is not null)
        {
            parts.Add(Short(Permitted));
        }

        if (Required is not null && Permitted?.SetEquals(Required) != true)
        {
            parts.Add("≥1 " + Short(Required));
        }

        if (Score is var (least, most))
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{PointsRule.Round(least):0.##}–{PointsRule.Round(most):0.##}"));
        }

        return (Tests.Length > 0 ? Tests + ": " : "") + string.Join(", ", parts);
    }

    private IEnumerable<GroupResult> Named(IEnumerable<GroupResult> groups) =>
        groups.SelectMany(group => Glob.Matches(Tests, $"secret/{group.Name}") ? [group] : Named(group.Groups));

    /// <summary>A test as patterns name it.</summary>
    internal static string NameOf(TestOutcome test) => (test.IsSample ? "sample/" : "secret/") + test.Name;

    internal bool IsAbout(TestOutcome test) => Tests.Length == 0 || Glob.Matches(Tests, NameOf(test));

    private static string Short(IReadOnlySet<Verdict> verdicts) => string.Join(' ', verdicts.Order().Select(verdict => verdict.Code()));
}
