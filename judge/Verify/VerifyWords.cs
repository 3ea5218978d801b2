using Judge.Messages;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>A sentence for each finding; the command line and the organiser's page say the same.</summary>
public static class VerifyWords
{
    public static string Say(this MessageCatalog words, Finding finding)
    {
        var sentence = words[$"verify.finding.{finding.Code}"];
        return finding.Reason is { } reason ? $"{sentence} ({words[reason]})"
            : finding.Detail.Length > 0 ? $"{sentence} ({finding.Detail})"
            : sentence;
    }

    public static string Say(this MessageCatalog words, Severity severity) => words[$"verify.severity.{severity}"];

    public static string Say(this MessageCatalog words, Verdict verdict) =>
        verdict switch
        {
            Verdict.OutputLimit => words["verify.verdict.OLE"],
            Verdict.JudgeError or Verdict.None => words["verify.verdict.JE"],
            _ => words[$"verdict.{verdict.Code()}"],
        };

    /// <summary>A verdict, or "Partially correct (30/100)" where it is a part of the points.</summary>
    public static string Say(this MessageCatalog words, ShownVerdict shown) =>
        shown is { IsPartial: true, Points: { } points, FullMark: { } full } ? words.Partial(points, full) : words.Say(shown.Verdict);

    /// <summary>What must come of a solution, such as <c>every test: accepted or wrong answer; some test: wrong answer</c>.</summary>
    public static string Say(this MessageCatalog words, Expectation expectation)
    {
        var sentence = string.Join("; ", Parts(words, expectation));
        return expectation.Tests.Length > 0 ? $"{expectation.Tests}: {sentence}" : sentence;
    }

    /// <summary>What the measured times say of the limit, in one sentence.</summary>
    public static string Say(this MessageCatalog words, TimeAdvice advice) =>
        words["verify.time", advice.Slowest, advice.SlowestAccepted, advice.Least, advice.Limit];

    /// <summary>How far a package is proved, in one sentence.</summary>
    public static string Say(this MessageCatalog words, ProofState state) => words[$"verify.state.{state}"];

    /// <summary>What must come of a solution, and what came of it.</summary>
    public static string Say(this MessageCatalog words, ProvedSolution solution)
    {
        var given = words["verify.proof.given", words.Say(solution.Verdict), solution.Points, solution.Full];
        var test =
            solution.FirstTest.Length > 0 ? " " + words["verify.proof.first", solution.FirstTest, words.Say(solution.TestVerdict)] : "";
        return solution.Good
            ? words["verify.proof.same", solution.Path, given]
            : words["verify.proof.differs", solution.Path, words.SayExpected(solution), given] + test;
    }

    public static string Say(this MessageCatalog words, UnjudgedSolution solution) =>
        words["verify.proof.unjudged", solution.Path, words[$"verify.finding.{solution.Why}"]];

    public static string SayExpected(this MessageCatalog words, ProvedSolution solution) =>
        string.Join("; ", solution.Expected.Select(expected => words.Say(expected.ToExpectation())));

    private static IEnumerable<string> Parts(MessageCatalog words, Expectation expectation)
    {
        if (expectation.Permitted is { Count: 1 } only && only.Contains(Verdict.CompileError))
        {
            yield return words["verify.expected.notCompiled"];
        }
        else
        {
            if (expectation.Permitted is { } permitted)
            {
                yield return words["verify.expected.every", Either(words, permitted)];
            }

            if (expectation.Required is { } required && expectation.Permitted?.SetEquals(required) != true)
            {
                yield return words["verify.expected.some", Either(words, required)];
            }
        }

        if (expectation.Score is var (least, most))
        {
            yield return Points(words, least, most);
        }

        if (expectation.Message.Length > 0)
        {
            yield return words["verify.expected.message", expectation.Message];
        }
    }

    private static string Either(MessageCatalog words, IReadOnlySet<Verdict> verdicts)
    {
        List<string> all = [.. verdicts.Order().Select(verdict => words.Say(verdict).ToLowerInvariant())];
        return all is [.. { Count: > 0 } others, var last]
            ? words["verify.expected.or", string.Join(", ", others), last]
            : string.Concat(all);
    }

    /// <summary>A bound that is no number of points by itself lies just beside one: it is left out.</summary>
    private static string Points(MessageCatalog words, decimal least, decimal most)
    {
        var (from, to) = (PointsRule.Round(least), PointsRule.Round(most));
        return least == most
            ? words["verify.expected.points", from]
            : words[from == least ? "verify.expected.from" : "verify.expected.above", from]
                + " "
                + words[to == most ? "verify.expected.to" : "verify.expected.below", to];
    }
}
