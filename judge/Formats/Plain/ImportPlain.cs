using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Plain;

/// <summary>Loose tests: pairs of an input and an answer, found by their names alone.</summary>
internal static partial class ImportPlain
{
    private const int FullPoints = 100;
    private const int Shown = 20;

    private static readonly string[] SampleFolders = ["sample", "samples", "mau"];

    public static Importer Importer { get; } =
        new(
            "plain",
            FoldsCase: false,
            tree => LooseTestData.Of(tree.Files) is var loose && loose.Pairs.Count + loose.Inputs.Count + loose.Answers.Count > 0,
            (tree, _) => [new ImportItem(NameOf(tree), draft => Fill(tree, draft))]
        );

    /// <summary>Folders are often called after what is in them; then the archive's name says more.</summary>
    private static string NameOf(ImportTree tree) => tree.Top is { } top && !GenericPattern().IsMatch(top) ? top : tree.Name;

    private static void Fill(ImportTree tree, PackageDraft draft)
    {
        var loose = LooseTestData.Of(tree.Files);
        Check(loose);
        draft.Title("vi", draft.Source);
        draft.Limits(1, 256);
        draft.Default("import.plain.noLimits");
        draft.Default("import.plain.assumed");
        draft.Understood("import.plain.style", loose.Pairs[0].Family);

        List<TestPair> samples =
        [
            .. loose.Pairs.Where(pair => SampleFolders.Contains(pair.Input.Folder.Split('/')[^1], StringComparer.OrdinalIgnoreCase)),
        ];
        List<TestPair> secret = [.. loose.Pairs.Except(samples)];
        AddTests(samples, "", draft, isSample: true);
        if (Subtasks(secret) is { } subtasks)
        {
            AddSubtasks(subtasks, draft);
        }
        else
        {
            AddTests(secret, "", draft, isSample: false);
        }

        AddStatement([.. loose.Others], draft);
    }

    /// <summary>Nothing is guessed: files of two styles, or one without its partner, are shown and refused.</summary>
    private static void Check(LooseTestData loose)
    {
        if (loose.Pairs.GroupBy(pair => pair.Family).ToList() is [var first, var second, ..])
        {
            throw new ImportException(
                "import.plain.twoStyles",
                first.Key,
                List(first.Select(pair => pair.Input)),
                second.Key,
                List(second.Select(pair => pair.Input))
            );
        }

        if (loose.Inputs.Count > 0 || loose.Answers.Count > 0)
        {
            throw new ImportException("import.plain.noPartner", List(loose.Inputs), List(loose.Answers));
        }

        if (loose.Pairs.Count == 0)
        {
            throw new ImportException("import.plain.noPair");
        }
    }

    private static string List(IEnumerable<ImportFile> files) =>
        files.Select(file => ImportNames.Shown(file.Path)).ToList() is { Count: > 0 } names
            ? string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? ", …" : "")
            : "–";

    private static void AddTests(IReadOnlyList<TestPair> pairs, string group, PackageDraft draft, bool isSample)
    {
        List<TestPair> ordered = [.. pairs.OrderBy(pair => pair.Stem, TestNaming.Natural)];
        var stems = ordered.ConvertAll(pair => pair.Stem.Replace('/', '_'));
        var names = TestNaming.Ordinal(stems);
        if (!names.SequenceEqual(stems))
        {
            draft.Warning("import.testsRenamed", names[0], names[^1]);
        }

        for (var at = 0; at < ordered.Count; at++)
        {
            draft.AddTest(group + names[at], ordered[at].Input, ordered[at].Answer, isSample);
        }
    }

    /// <summary>Tests by the number of their subtask, where every name tells one and there are several; else null.</summary>
    private static List<IGrouping<int, TestPair>>? Subtasks(IReadOnlyList<TestPair> pairs)
    {
        List<(TestPair Pair, Match Match)> named = [.. pairs.Select(pair => (pair, SubtaskPattern().Match(pair.Stem)))];
        if (!named.TrueForAll(one => one.Match.Success))
        {
            return null;
        }

        List<IGrouping<int, TestPair>> groups =
        [
            .. named
                .GroupBy(one => int.Parse(one.Match.Groups["s"].ValueSpan, CultureInfo.InvariantCulture), one => one.Pair)
                .OrderBy(group => group.Key),
        ];
        return groups.Count > 1 ? groups : null;
    }

    /// <summary>All or nothing in each; the points are shared evenly, and the last ones get what remains.</summary>
    private static void AddSubtasks(List<IGrouping<int, TestPair>> groups, PackageDraft draft)
    {
        draft.Settings.Set("type", "scoring");
        draft.Add("data/secret/test_group.yaml", new YamlDraft().Set("max_score", FullPoints).Set("score_aggregation", "sum"));
        var names = TestNaming.Ordinal([.. groups.Select(group => $"group{group.Key}")]);
        var (each, rest) = Math.DivRem(FullPoints, groups.Count);
        for (var at = 0; at < groups.Count; at++)
        {
            var points = each + (at >= groups.Count - rest ? 1 : 0);
            draft.Add(
                $"data/secret/{names[at]}/test_group.yaml",
                new YamlDraft().Set("max_score", points).Set("score_aggregation", "pass-fail")
            );
            AddTests([.. groups[at]], names[at] + "/", draft, isSample: false);
        }

        draft.Default("import.plain.subtasks", groups.Count);
    }

    private static void AddStatement(List<ImportFile> others, PackageDraft draft)
    {
        if (others.Where(file => file.Extension == ".pdf").ToList() is [var pdf])
        {
            draft.StatementPdf("vi", pdf);
            others.Remove(pdf);
        }

        foreach (var file in others.Take(Shown))
        {
            draft.LeftOut("import.file.unused", ImportNames.Shown(file.Path));
        }
    }

    /// <summary><c>S_C</c>, <c>S-C</c> or <c>lettersS-C</c>, after any folders.</summary>
    [GeneratedRegex(
        @"(\A|/)((?<s>[0-9]{1,4})[_-][0-9]+|[a-z]+(?<s>[0-9]{1,4})-[0-9]+)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SubtaskPattern();

    [GeneratedRegex(@"\A(tests?|tests?data|data|secret|input|cases?|dulieu)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GenericPattern();
}
