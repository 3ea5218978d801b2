using Judge.Messages;
using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>Tells what a package turned out to be, as the judge reads it; the same for all formats.</summary>
internal static class ImportSummary
{
    public static void Tell(Problem problem, PackageDraft draft)
    {
        var samples = problem.Tests.Count(test => test.IsSample);
        draft.Understood("import.summary.tests", problem.Tests.Count - samples, samples);
        if (draft.Converted > 0)
        {
            draft.Warning("import.summary.lineEnds", draft.Converted);
        }

        var (seconds, megabytes) = ((decimal)problem.TimeLimit.TotalSeconds, problem.MemoryBytes / (decimal)(1 << 20));
        draft.Understood("import.summary.limits", seconds, megabytes);
        TellFiles(problem.Files, draft);
        TellChecker(problem, draft);
        TellScores(problem, draft);
        if (problem.Languages.Count > 0)
        {
            draft.Understood("import.summary.languages", string.Join(", ", problem.Languages));
        }
    }

    private static void TellFiles(FileNames? files, PackageDraft draft)
    {
        if (files is null)
        {
            draft.Understood("import.summary.streams");
        }
        else
        {
            draft.Understood(files.Streams ? "import.summary.filesOrStreams" : "import.summary.files", files.Input, files.Output);
        }
    }

    private static void TellChecker(Problem problem, PackageDraft draft) =>
        draft.Say(
            ImportLineKind.Understood,
            problem.Checker switch
            {
                _ when problem.Interactor is { } interactor => new Said(
                    "import.summary.interactor",
                    interactor.Main,
                    problem.InteractorContract
                ),
                Checker.Program program => new Said("import.summary.checker", program.Source.Main, program.Contract),
                Checker.BuiltIn { Kind: >= BuiltInChecker.ThemisC1 and var kind } => new Said(
                    "import.summary.themis",
                    kind - BuiltInChecker.ThemisC1 + 1
                ),
                Checker.BuiltIn builtIn => new Said($"import.checker.{builtIn.Kind}"),
                _ => new Said("import.summary.scriptChecker"),
            }
        );

    private static void TellScores(Problem problem, PackageDraft draft)
    {
        List<TestGroup> groups = [.. problem.Groups.Where(group => !group.IsSample)];
        if (!problem.Scores)
        {
            draft.Understood("import.summary.evenPoints");
        }
        else if (groups is [{ Name: "" } all])
        {
            draft.Understood("import.summary.testPoints", all.Max);
        }
        else
        {
            draft.Understood(
                "import.summary.groups",
                groups
                    .SelectMany(Whole)
                    .Select(group => new Said(
                        "import.summary.group",
                        group.Name,
                        group.Max,
                        group.Tests.Count,
                        new Said($"import.aggregation.{group.Aggregation}")
                    ))
            );
        }
    }

    private static IEnumerable<TestGroup> Whole(TestGroup group) => group.Groups.SelectMany(Whole).Prepend(group);
}
