using System.Globalization;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Settings of a group of tests in the older formats of Kattis ("legacy", <c>testdata.yaml</c>); what a group does not say it inherits,
/// key by key, from the nearest group around it that does.
/// </summary>
internal sealed record LegacyGrading
{
    private static readonly string[] Known =
    [
        "on_reject",
        "grading",
        "grader_flags",
        "input_validator_flags",
        "output_validator_flags",
        "accept_score",
        "reject_score",
        "range",
    ];

    /// <summary>"on_reject: break".</summary>
    public bool Stops { get; init; } = true;

    public IReadOnlyList<string> Flags { get; init; } = [];

    public IReadOnlyList<string> InputFlags { get; init; } = [];

    /// <summary>Whether single validators get flags of their own.</summary>
    public bool InputFlagsDiffer { get; init; }

    public IReadOnlyList<string> OutputFlags { get; init; } = [];

    /// <summary>"validator_flags" of problem.yaml, before <see cref="OutputFlags"/>.</summary>
    public IReadOnlyList<string> AlwaysFlags { get; init; } = [];

    public decimal AcceptScore { get; init; } = 1;

    /// <summary>Greatest score of the group; null: none is given.</summary>
    public decimal? Most { get; init; }

    /// <summary>Sum, Average (avg), Min or Max of the scores; the last such flag counts.</summary>
    public Aggregation Score =>
        Flags.LastOrDefault(flag => flag is "sum" or "avg" or "min" or "max") switch
        {
            "avg" => Aggregation.Average,
            "min" => Aggregation.Min,
            "max" => Aggregation.Max,
            _ => Aggregation.Sum,
        };

    /// <summary>"accept_if_any_accepted".</summary>
    public bool AcceptsAny => Flags.Contains("accept_if_any_accepted");

    /// <summary>"always_accept", unless another word for verdicts comes later.</summary>
    public bool AcceptsAlways =>
        Flags.LastOrDefault(flag => flag is "worst_error" or "no_errors" or "first_error" or "always_accept") is "always_accept";

    /// <summary>Whether the group is accepted only if all in it is.</summary>
    public bool NeedsAll => !AcceptsAny && !AcceptsAlways;

    public bool IgnoresSample => Flags.Contains("ignore_sample");

    /// <param name="extra">Keys that are known besides.</param>
    /// <exception cref="PackageException">A key or flag is not known or cannot be honoured.</exception>
    public LegacyGrading Over(YamlMap yaml, params ReadOnlySpan<string> extra)
    {
        yaml.Allow([.. Known, .. extra]);
        if (yaml.Has("grading") && !yaml.IsMap("grading") && yaml.Text("grading") is not "default")
        {
            throw yaml.Wrong(
                "grading",
                "programs that grade (graders/) are not supported; describe the points with the default grader's flags or a scoring script."
            );
        }

        if (yaml.Text("on_reject") is { } reject and not ("break" or "continue" or "first_error" or "worst_error" or "grade"))
        {
            throw yaml.Wrong("on_reject", $"there is no '{reject}'; known are break and continue.");
        }

        if (yaml.Text("reject_score") is { } score && Number(yaml, "reject_score", score) != 0)
        {
            throw yaml.Wrong("reject_score", "points for a failed test are not supported.");
        }

        return this with
        {
            Stops = yaml.Text("on_reject") is { } word ? word is "break" or "first_error" : Stops,
            Flags = yaml.Has("grader_flags") ? FlagsOf(yaml) : Flags,
            InputFlags = yaml.Has("input_validator_flags")
                ? yaml.IsMap("input_validator_flags")
                    ? []
                    : ShellWords.Split(yaml.Text("input_validator_flags")!)
                : InputFlags,
            InputFlagsDiffer = yaml.IsMap("input_validator_flags"),
            OutputFlags = yaml.Has("output_validator_flags") ? ShellWords.Split(yaml.Text("output_validator_flags")!) : OutputFlags,
            AcceptScore = yaml.Text("accept_score") is { } accept ? Number(yaml, "accept_score", accept) : AcceptScore,
            Most = yaml.Text("range") is { } range ? Upper(yaml, range) : Most,
        };
    }

    /// <summary>Words of "grader_flags"; packages for DOMjudge put commas between them.</summary>
    private static IReadOnlyList<string> FlagsOf(YamlMap yaml)
    {
        var flags = ShellWords.Split(yaml.Text("grader_flags")!.Replace(',', ' '));
        return
            flags.FirstOrDefault(flag =>
                flag
                    is not (
                        "worst_error"
                        or "no_errors"
                        or "first_error"
                        or "always_accept"
                        or "sum"
                        or "avg"
                        or "min"
                        or "max"
                        or "ignore_sample"
                        or "accept_if_any_accepted"
                    )
            )
                is { } unknown
            ? throw yaml.Wrong("grader_flags", $"the default grader has no flag '{unknown}'.")
            : flags;
    }

    private static decimal Number(YamlMap yaml, string key, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score <= 1_000_000
            ? score
            : throw yaml.Wrong(key, $"'{text}' must be a number from 0 to 1000000; scores below 0 are not supported.");

    private static decimal? Upper(YamlMap yaml, string range) =>
        ShellWords.Split(range) switch
        {
            [_, "inf" or "+inf"] => null,
            [_, var most] => Number(yaml, "range", most),
            _ => throw yaml.Wrong("range", $"'{range}' must be two numbers such as '0 100'."),
        };
}
