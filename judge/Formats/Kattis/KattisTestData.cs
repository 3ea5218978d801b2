using System.Globalization;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>Tests of a "legacy" package: pairs of files, flags of validators, and points.</summary>
internal static class KattisTestData
{
    private static readonly string[] Beside = [".hint", ".desc", ".png", ".jpg", ".jpeg", ".svg", ".interaction"];

    /// <param name="isCustom">Whether a program of the package compares outputs; it takes any flag.</param>
    /// <param name="scores">Whether that program gives points.</param>
    public static void Add(KattisSource source, bool isScoring, bool isCustom, ValidatorScores scores)
    {
        var draft = source.Draft;
        var root = KattisFolder.Read(source, "data", AtFirst(source.Settings));
        var groups = new GroupDrafts(draft);
        foreach (var part in root.Folders)
        {
            foreach (var test in part.All)
            {
                draft.AddTest(test.Name, test.Input, test.Answer, isSample: part.Name == "sample");
            }

            foreach (var file in source.Below(part.Path).Where(file => Beside.Contains(file.Extension)))
            {
                draft.Add(file.Path, file);
            }

            AddFlags(source, part, isScoring, isCustom, groups);
        }

        if (root.Whole.Any(folder => folder.Grading.InputFlagsDiffer))
        {
            draft.LeftOut("import.kattis.validatorFlags");
        }

        if (isScoring)
        {
            KattisScores.Add(draft, root, scores, groups, KattisTimeLimit.IsOfDomjudge(source));
        }

        groups.Write();
    }

    /// <summary>What the root of the tests inherits; packages of old have their points in problem.yaml.</summary>
    private static LegacyGrading AtFirst(YamlMap settings)
    {
        var first = settings.Map("grading") is { } grading
            ? new LegacyGrading().Over(grading, "objective", "show_test_data_groups")
            : new LegacyGrading();
        return first with { AlwaysFlags = ShellWords.Split(settings.Text("validator_flags") ?? "") };
    }

    /// <summary>Flags that all tests of a part share stand with the part, others with the test.</summary>
    private static void AddFlags(KattisSource source, KattisFolder part, bool isScoring, bool isCustom, GroupDrafts groups)
    {
        var folders = isScoring && part.Name == "secret" && part.Folders.Count > 0 ? part.Folders : [part];
        foreach (var folder in folders)
        {
            List<(string Name, string[] Output, string[] Input)> tests =
            [
                .. folder.Whole.SelectMany(one =>
                    one.Tests.Select(test => (test.Name, OutputFlags(one.Grading, isCustom, one.Path), one.Grading.InputFlags.ToArray()))
                ),
            ];
            if (tests.Count == 0)
            {
                continue;
            }

            var share = tests.TrueForAll(test => test.Output.SequenceEqual(tests[0].Output) && test.Input.SequenceEqual(tests[0].Input));
            foreach (var test in share ? tests.Take(1) : tests)
            {
                var yaml = share ? groups.Of(folder.Path) : new YamlDraft();
                if (test.Output.Length > 0)
                {
                    yaml.Set("output_validator_args", test.Output);
                }

                if (test.Input.Length > 0)
                {
                    yaml.Set("input_validator_args", test.Input);
                }

                if (!share && !yaml.IsEmpty)
                {
                    source.Draft.Add($"{part.Path}/{test.Name}.yaml", yaml);
                }
            }
        }
    }

    /// <summary>For the default validator, where the last of two tolerances counts, written so that none comes twice.</summary>
    private static string[] OutputFlags(LegacyGrading grading, bool isCustom, string path)
    {
        string[] flags = [.. grading.AlwaysFlags, .. grading.OutputFlags];
        if (isCustom)
        {
            return flags;
        }

        try
        {
            var options = TokenOptions.Parse(flags, lastWins: true);
            return [.. Words(options)];
        }
        catch (FormatException e)
        {
            throw new PackageException(path, $"in output_validator_flags {e.Message}");
        }
    }

    private static IEnumerable<string> Words(TokenOptions options)
    {
        if (options.CaseSensitive)
        {
            yield return "case_sensitive";
        }

        if (options.SpaceSensitive)
        {
            yield return "space_change_sensitive";
        }

        var isBoth = options.RelativeTolerance == options.AbsoluteTolerance;
        foreach (
            var (flag, value) in ((string, double?)[])
                [
                    (isBoth ? "float_tolerance" : "float_relative_tolerance", options.RelativeTolerance),
                    ("float_absolute_tolerance", isBoth ? null : options.AbsoluteTolerance),
                ]
        )
        {
            if (value is not { } number)
            {
                continue;
            }

            yield return flag;
            yield return number.ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
