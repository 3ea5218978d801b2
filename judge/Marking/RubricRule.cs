using System.Text.RegularExpressions;
using Judge.Messages;
using Judge.Score;

namespace Judge.Marking;

/// <summary>Which rubrics make sense, and what marks come to by one.</summary>
public static partial class RubricRule
{
    private const int MostMarked = 40;
    private const int MostGates = 20;
    private const int MostBands = 10;
    private const int LongestName = 200;
    private const int LongestText = 2_000;
    private const decimal HighestScale = 1_000;

    /// <summary>
    /// Totals are whole multiples of a hundredth by a hundredth by a hundred over this, so the mean of ten sheets is told from a half.
    /// </summary>
    private const long MostUnits = 100_000;

    private static readonly string[] Languages = ["vi", "en"];

    /// <summary>All that is wrong; empty: it can be stored.</summary>
    public static IReadOnlyList<Said> Flaws(Rubric rubric)
    {
        var marked = rubric.Marked().Take(MostMarked + 1).ToList();
        if (marked.Count is 0 or > MostMarked || rubric.Gates.Count > MostGates || rubric.Bands.Count > MostBands)
        {
            return [new Said("marking.rubric.counts", MostMarked, MostGates, MostBands)];
        }

        return
        [
            .. OfCodes(rubric),
            .. OfTexts(rubric),
            .. marked.SelectMany(one => OfMarked(one.Label, one.Criterion)),
            .. rubric.Criteria.SelectMany((one, at) => OfParent($"{at + 1}", one)),
            .. OfWeights(rubric, marked),
            .. OfBands(rubric.Bands),
        ];
    }

    /// <summary>
    /// What marks come to: the sum of weight by mark by full mark, over what was asked. Null: a mark is missing, which is not zero.
    /// </summary>
    /// <param name="marks">By criterion; marks of other criteria are passed over.</param>
    /// <param name="phase">Null: the whole sheet.</param>
    public static decimal? Total(Rubric rubric, IReadOnlyDictionary<string, decimal> marks, CriterionPhase? phase = null)
    {
        var asked = rubric.Marked().Select(one => one.Criterion).Where(one => phase is null || one.Phase == phase).ToList();
        if (!asked.All(one => marks.ContainsKey(one.Code)))
        {
            return null;
        }

        // One division at the end: thirds of a mark add up to whole ones.
        var unit = Unit(asked);
        return asked.Sum(one => one.Weight * marks[one.Code] * (unit / (one.Max * 100))) * 100 / unit;
    }

    /// <summary>The final mark of an entry: the mean of the totals that count, rounded once.</summary>
    /// <param name="totals">At least one.</param>
    public static decimal Mean(IReadOnlyCollection<decimal> totals) => PointsRule.Round(totals.Sum() / totals.Count);

    /// <summary>The words for a mark.</summary>
    public static Band BandOf(Rubric rubric, Criterion criterion, decimal mark) =>
        rubric.Bands.First(band => mark * 100 >= band.From * criterion.Max);

    private static IEnumerable<Said> OfCodes(Rubric rubric)
    {
        if (!Code().IsMatch(rubric.Code) || rubric.Version < 1 || rubric.Origin == RubricOrigin.None || !Enum.IsDefined(rubric.Origin))
        {
            yield return new Said("marking.rubric.head");
        }

        string[] codes =
        [
            .. rubric.Criteria.SelectMany(one => one.Parts.Append(one)).Select(one => one.Code),
            .. rubric.Gates.Select(gate => gate.Code),
        ];
        foreach (var code in codes.Where(code => !Code().IsMatch(code)).Concat(codes.CountBy(code => code).Where(Twice).Select(Key)))
        {
            yield return new Said("marking.rubric.code", PlainText.Shortened(code, LongestName));
        }

        static bool Twice(KeyValuePair<string, int> code) => code.Value > 1;
        static string Key(KeyValuePair<string, int> code) => code.Key;
    }

    private static IEnumerable<Said> OfTexts(Rubric rubric)
    {
        var criteria = rubric.Criteria.SelectMany(one => one.Parts.Append(one)).ToList();
        var names = criteria.Select(one => one.Name).Concat(rubric.Bands.Select(band => band.Name)).Append(rubric.Name);
        var texts = rubric.Gates.Select(gate => gate.Question).Concat(rubric.Bands.Select(band => band.Text));
        var optional = criteria.Select(one => one.LookFor).Append(rubric.Source).Where(text => text.Count > 0);
        if (!names.All(name => IsIn(name, LongestName)) || !texts.Concat(optional).All(text => IsIn(text, LongestText)))
        {
            yield return new Said("marking.rubric.texts", LongestName, LongestText);
        }
    }

    private static bool IsIn(IReadOnlyDictionary<string, string> text, int longest) =>
        text.Count == Languages.Length
        && Languages.All(language => text.TryGetValue(language, out var own) && !string.IsNullOrWhiteSpace(own) && own.Length <= longest);

    private static IEnumerable<Said> OfMarked(string label, Criterion one)
    {
        if (!IsMark(one.Weight) || !IsMark(one.Max) || !IsMark(one.Step))
        {
            yield return new Said("marking.rubric.numbers", label, HighestScale);
        }
        else if (one.Max % one.Step != 0)
        {
            yield return new Said("marking.rubric.step", label, one.Max, one.Step);
        }

        if (one.CommentBelow is < 0 or > 100 || !Enum.IsDefined(one.Phase))
        {
            yield return new Said("marking.rubric.comment", label);
        }
    }

    private static IEnumerable<Said> OfParent(string label, Criterion one)
    {
        if (one.Parts.Any(part => part.Parts.Count > 0) || one.Parts.Count > 'z' - 'a')
        {
            yield return new Said("marking.rubric.parts", label);
        }
        else if (one.Parts.Count > 0 && (one.Weight, one.Max, one.Step) != (0, 0, 0))
        {
            yield return new Said("marking.rubric.parent", label);
        }
    }

    private static IEnumerable<Said> OfWeights(Rubric rubric, List<(string Label, Criterion Criterion)> marked)
    {
        if (!marked.All(one => IsMark(one.Criterion.Weight) && IsMark(one.Criterion.Max)))
        {
            yield break;
        }

        var sum = marked.Sum(one => one.Criterion.Weight);
        if (!IsMark(rubric.Scale) || sum != rubric.Scale)
        {
            yield return new Said("marking.rubric.weights", sum, Math.Clamp(rubric.Scale, -HighestScale, HighestScale));
        }

        if (Unit(marked.Select(one => one.Criterion)) > MostUnits)
        {
            yield return new Said("marking.rubric.fullMarks");
        }
    }

    private static IEnumerable<Said> OfBands(IReadOnlyList<Band> bands)
    {
        var from = bands.Select(band => band.From).ToList();
        if (from is [] || from[^1] != 0 || from[0] > 100 || from.Zip(from.Skip(1)).Any(pair => pair.First <= pair.Second))
        {
            yield return new Said("marking.rubric.bands");
        }
    }

    /// <summary>A positive number of at most two places.</summary>
    private static bool IsMark(decimal number) => number is > 0 and <= HighestScale && decimal.Round(number, 2) == number;

    /// <summary>The least common multiple of the full marks in hundredths; beyond <see cref="MostUnits"/> any greater number.</summary>
    private static long Unit(IEnumerable<Criterion> marked)
    {
        var unit = 1L;
        foreach (var full in marked.Select(one => (long)(one.Max * 100)))
        {
            unit = unit / Gcd(unit, full) * full;
            if (unit > MostUnits)
            {
                break;
            }
        }

        return unit;
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Code();
}
