using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Formats.Draft;
using Judge.Problems;
using YamlDotNet.RepresentationModel;

namespace Judge.Formats.Cms;

/// <summary>A subtask of CMS.</summary>
/// <param name="Tests">Numbers from 0.</param>
internal sealed record CmsSubtask(decimal Points, IReadOnlyList<int> Tests);

/// <summary>Tests and points of a task of CMS: from <c>gen/GEN</c>, or as <c>score_type</c> in the settings says.</summary>
internal static class CmsTestData
{
    private const int MostTests = 20_000;
    private const int MostSubtasks = 200;
    private const long MostBytes = 2L << 30;
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(200);

    public static void Add(CmsSource source)
    {
        var count = Count(source);
        var gen = source.Tree.Find("gen/GEN") is { } file ? Subtasks(file) : null;
        var (subtasks, rule) =
            source.Settings.Text("score_type") is { Length: > 0 } type ? OfSettings(source.Settings, type, count)
            : gen is { Count: > 0 } ? (gen, Rule.Min)
            : ([], Rule.Sum);
        if (gen is { Count: > 0 } && rule != Rule.Sum && source.Settings.Text("score_type") is null)
        {
            CheckSum(gen, count);
        }

        if (!source.IsOutputOnly)
        {
            source.Draft.Settings.Set("type", source.HasManager ? "scoring interactive" : "scoring");
        }

        if (subtasks.Count > 0 && count - subtasks.SelectMany(subtask => subtask.Tests).Distinct().Count() is var unused and > 0)
        {
            source.Draft.Warning("import.cms.unusedTests", unused);
        }

        var groups = new GroupDrafts(source.Draft);
        if (subtasks.Count == 0)
        {
            AddPlain(source, count, groups);
        }
        else
        {
            AddSubtasks(source, subtasks, rule, groups);
        }

        groups.Write();
    }

    private enum Rule
    {
        None,
        Sum,
        Min,
        Product,
    }

    private static int Count(CmsSource source)
    {
        var count = 0;
        while (count < MostTests && source.Tree.Find(FormattableString.Invariant($"input/input{count}.txt")) is not null)
        {
            count++;
        }

        if (count == 0)
        {
            throw new ImportException("import.cms.noFirstInput");
        }

        if (source.Settings.Number(MostTests, "n_input") is { } stated && stated != count)
        {
            throw new ImportException("import.cms.inputCount", stated, count);
        }

        return count;
    }

    /// <summary>
    /// Subtasks of a GEN: every line with a command is a test, so is <c>#COPY: file</c>; <c># ST: points</c> begins a subtask. Empty: it
    /// has none.
    /// </summary>
    /// <exception cref="ImportException">A line is several of these, or there are tests before the first subtask.</exception>
    public static IReadOnlyList<CmsSubtask> Subtasks(ImportFile file)
    {
        var (subtasks, tests, test) = (new List<CmsSubtask>(), new List<int>(), 0);
        foreach (var (text, at) in file.Text(1 << 20).Split('\n').Select((line, at) => (line.Trim(), at + 1)))
        {
            var parts = text.Split('#', 2);
            var comment = parts.Length > 1 ? parts[1].Trim() : "";
            var isTest = parts[0].Trim().Length > 0 || comment.StartsWith("COPY:", StringComparison.Ordinal);
            if (comment.StartsWith("ST:", StringComparison.Ordinal))
            {
                if (
                    isTest
                    || subtasks.Count == 0 && test > 0
                    || !decimal.TryParse(comment[3..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
                    || points > 1_000_000
                )
                {
                    throw new ImportException("import.cms.badSubtask", file.Path, at);
                }

                subtasks.Add(new CmsSubtask(points, tests = []));
            }
            else if (isTest)
            {
                tests.Add(test++);
            }
        }

        return subtasks;
    }

    private static void CheckSum(IReadOnlyList<CmsSubtask> subtasks, int count)
    {
        if (subtasks.Sum(subtask => subtask.Points) is var sum && sum != 100)
        {
            throw new ImportException("import.cms.notHundred", sum);
        }

        if (subtasks.Sum(subtask => subtask.Tests.Count) is var tests && tests != count)
        {
            throw new ImportException("import.cms.generatedCount", tests, count);
        }
    }

    private static (IReadOnlyList<CmsSubtask>, Rule) OfSettings(CmsSettings settings, string type, int count) =>
        type switch
        {
            "Sum" => ([], Rule.Sum),
            "GroupMin" => (Groups(settings, count), Rule.Min),
            "GroupMul" => (Groups(settings, count), Rule.Product),
            "GroupThreshold" => throw settings.Wrong(
                "score_type",
                "GroupThreshold (outcomes up to a threshold) is not supported; let the checker say 0 or 1 and use GroupMin."
            ),
            _ => throw settings.Wrong(
                "score_type",
                $"there is no score type '{ImportNames.Shown(type)}'; known are Sum, GroupMin and GroupMul."
            ),
        };

    /// <summary>Each parameter is [points, number of tests], or [points, pattern of names].</summary>
    private static IReadOnlyList<CmsSubtask> Groups(CmsSettings settings, int count)
    {
        var (groups, next) = (new List<CmsSubtask>(), 0);
        foreach (
            var node in settings.Node("score_type_parameters") as YamlSequenceNode
                ?? throw settings.Wrong("score_type", "'score_type_parameters' must be a list.")
        )
        {
            if (
                node is not YamlSequenceNode { Children: [YamlScalarNode points, YamlScalarNode which, ..] }
                || !decimal.TryParse(points.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score)
                || score > 1_000_000
            )
            {
                throw settings.Wrong("score_type_parameters", "each group must be [points, number of tests] or [points, pattern].");
            }

            if (int.TryParse(which.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                groups.Add(new CmsSubtask(score, [.. Enumerable.Range(next, Math.Min(size, count - next))]));
            }
            else
            {
                groups.Add(new CmsSubtask(score, Matching(settings, which.Value ?? "", count)));
            }

            if (groups.Count > MostSubtasks)
            {
                throw settings.Wrong("score_type_parameters", $"there are more than {MostSubtasks} groups.");
            }

            next = groups[^1].Tests is [.., var last] ? Math.Max(next, last + 1) : next;
            if (groups[^1].Tests.Count == 0)
            {
                throw settings.Wrong("score_type_parameters", $"the group '{ImportNames.Shown(which.Value ?? "")}' has no tests.");
            }
        }

        return groups;
    }

    /// <summary>
    /// Tests whose name (three digits) the pattern matches from its beginning; only patterns that take linear time are read.
    /// </summary>
    private static IReadOnlyList<int> Matching(CmsSettings settings, string pattern, int count)
    {
        try
        {
            var expression = new Regex($@"\A(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MostTime);
            return [.. Enumerable.Range(0, count).Where(test => expression.IsMatch(NameOf(test)))];
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentException or NotSupportedException)
        {
            throw settings.Wrong("score_type_parameters", $"the pattern '{ImportNames.Shown(pattern)}' is wrong or takes too long.");
        }
    }

    private static string NameOf(int test) => test.ToString("000", CultureInfo.InvariantCulture);

    private static void AddPlain(CmsSource source, int count, GroupDrafts groups)
    {
        for (var test = 0; test < count; test++)
        {
            Add(source, test, NameOf(test), isSample: false);
        }

        var total = source.Settings.Number(1_000_000, "total_value") ?? 100;
        if (source.Settings.Text("score_type") is "Sum" && source.Settings.Number(1_000_000, "score_type_parameters") is { } each)
        {
            total = each * count;
        }

        groups.Score([new GroupDraft("", total, Aggregation.Sum)], Aggregation.Sum);
    }

    /// <summary>A subtask without points holds the samples. A test of several subtasks is in the folder of each.</summary>
    private static void AddSubtasks(CmsSource source, IReadOnlyList<CmsSubtask> subtasks, Rule rule, GroupDrafts groups)
    {
        var drafts = new List<GroupDraft>();
        var samples = new HashSet<int>();
        for (var at = 0; at < subtasks.Count; at++)
        {
            var folder = string.Create(CultureInfo.InvariantCulture, $"st{at:00}");
            var isSample = subtasks[at].Points == 0;
            foreach (var test in subtasks[at].Tests.Where(test => !isSample || samples.Add(test)))
            {
                Add(source, test, isSample ? NameOf(test) : $"{folder}/{NameOf(test)}", isSample);
            }

            if (!isSample && subtasks[at].Tests.Count > 0)
            {
                drafts.Add(
                    new GroupDraft(
                        folder,
                        subtasks[at].Points,
                        !source.HasChecker ? Aggregation.PassFail
                            : rule == Rule.Product ? Aggregation.Product
                            : Aggregation.Min
                    )
                );
            }
        }

        if (subtasks.SelectMany(subtask => subtask.Tests).GroupBy(test => test).Count(same => same.Count() > 1) is var shared and > 0)
        {
            source.Draft.Warning("import.cms.sharedTests", shared);
        }

        if (
            subtasks.Sum(subtask => subtask.Tests.Count) > MostTests
            || subtasks.Sum(subtask => subtask.Tests.Sum(test => Input(source, test).Length)) > MostBytes
        )
        {
            throw new ImportException("import.cms.tooManyShared");
        }

        if (drafts.Count == 0)
        {
            throw new ImportException("import.cms.noPoints");
        }

        groups.Score(drafts, Aggregation.Sum);
    }

    private static void Add(CmsSource source, int test, string name, bool isSample)
    {
        var number = test.ToString(CultureInfo.InvariantCulture);
        var answer = source.Tree.Find($"output/output{number}.txt") ?? throw new ImportException("import.cms.noOutput", number);
        source.Draft.AddTest(name, Input(source, test), answer, isSample);
    }

    private static ImportFile Input(CmsSource source, int test) =>
        source.Tree.Find(FormattableString.Invariant($"input/input{test}.txt")) ?? throw new ImportException("import.cms.noInput", test);
}
