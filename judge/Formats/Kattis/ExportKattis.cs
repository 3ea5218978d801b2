using System.IO.Compression;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Writes a package as a zip in Kattis' format 2025-09 and nothing else: what <c>school.yaml</c> says is put into Kattis' own words where
/// it has some, and told where it has none.
/// </summary>
public static class ExportKattis
{
    private static readonly DateTimeOffset Stamp = new(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Ours = ["checker", "school.yaml", "data", "problem.yaml", "input_validators"];

    /// <param name="folder">The package's folder.</param>
    /// <param name="to">The zip, which is replaced; nothing is written if there is an error line.</param>
    /// <returns>What was put otherwise than it was, and what was lost. Error: verdicts would be others, so there is no zip.</returns>
    /// <exception cref="PackageException">The package is wrong.</exception>
    public static IReadOnlyList<ImportLine> Write(string folder, string to)
    {
        var problem = ProblemPackage.Load(folder);
        var draft = Draft(problem);
        if (draft.HasError)
        {
            return draft.Lines;
        }

        if (Path.GetFileNameWithoutExtension(to) != problem.Name)
        {
            draft.Warning("export.zipName", problem.Name);
        }

        var part = to + ".part";
        using (var file = new FileStream(part, FileMode.Create))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (path, write) in draft.Files.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry($"{problem.Name}/{path}");
                entry.LastWriteTime = Stamp;
                using var stream = entry.Open();
                write(stream);
            }
        }

        File.Move(part, to, overwrite: true);
        return draft.Lines;
    }

    /// <summary>All files of the exported package.</summary>
    private static PackageDraft Draft(Problem problem)
    {
        var draft = new PackageDraft(problem.Name, problem.Name);
        draft.Settings.Take(YamlMap.Read(Path.Combine(problem.Folder, "problem.yaml"), $"{problem.Name}/problem.yaml"));
        Tell(problem, draft);
        foreach (
            var entry in new DirectoryInfo(problem.Folder)
                .EnumerateFileSystemInfos()
                .Where(entry => !Ours.Contains(entry.Name) && entry.Name[0] != '.')
        )
        {
            Copy(draft, problem.Folder, entry);
        }

        Validators(problem, draft);
        if (
            problem.Checker is Checker.Program { Contract: CheckerContract.Kattis } checker
            && Path.GetFileName(checker.Source.Folder) != "output_validator"
        )
        {
            foreach (var file in checker.Source.Files)
            {
                draft.Add($"output_validator/{file}", Taken(Path.Combine(checker.Source.Folder, file)));
            }
        }

        KattisTestExport.Add(problem, draft);
        draft.Add("problem.yaml", draft.Settings);
        return draft;
    }

    private static void Copy(PackageDraft draft, string root, FileSystemInfo entry)
    {
        var files = entry is DirectoryInfo folder
            ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName)
            : [entry.FullName];
        foreach (var file in files.Where(file => Path.GetExtension(file) != ".csx"))
        {
            draft.Add(Path.GetRelativePath(root, file).Replace('\\', '/'), Taken(file));
        }
    }

    private static ImportFile Taken(string path) => new(Path.GetFileName(path), path, 0);

    private static void Validators(Problem problem, PackageDraft draft)
    {
        foreach (var validator in problem.InputValidators)
        {
            if (validator.IsScript)
            {
                draft.LeftOut("export.scriptValidator", validator.Main);
            }
            else
            {
                foreach (var file in validator.Files)
                {
                    draft.Add(
                        Path.GetRelativePath(problem.Folder, Path.Combine(validator.Folder, file)).Replace('\\', '/'),
                        Taken(Path.Combine(validator.Folder, file))
                    );
                }
            }
        }
    }

    /// <summary>What cannot be said there.</summary>
    private static void Tell(Problem problem, PackageDraft draft)
    {
        if (problem.Files is { } files)
        {
            draft.Warning("export.files", files.Input, files.Output);
        }

        if (problem.Tests.Any(test => test.TimeLimit is not null || test.MemoryBytes is not null))
        {
            draft.Warning("export.testLimits");
        }

        if (problem.Kind == TaskKind.Blocks)
        {
            draft.Error("export.blocks");
        }

        if (problem.ScoringScript is not null)
        {
            draft.Error("export.scriptPoints");
        }

        if (
            problem.Mains.Values.Any(main =>
                main.Main is { } name && !Graders.HasEntry(main.Files.First(file => Path.GetFileName(file) == name))
            )
        )
        {
            draft.Error("export.functions");
        }

        if (problem.Kind == TaskKind.Interactive && problem.InteractorContract != CheckerContract.Kattis)
        {
            draft.Error("export.testlibInteractor");
        }

        TellChecker(problem.Kind == TaskKind.Interactive ? new Checker.BuiltIn(BuiltInChecker.Tokens) : problem.Checker, draft);
    }

    private static void TellChecker(Checker checker, PackageDraft draft)
    {
        switch (checker)
        {
            case Checker.Program { Contract: CheckerContract.Kattis }
            or Checker.BuiltIn { Kind: BuiltInChecker.Tokens or BuiltInChecker.ThemisC3 or BuiltInChecker.ThemisC4 }:
                break;
            case Checker.BuiltIn { Kind: BuiltInChecker.ThemisC1 or BuiltInChecker.ThemisC2 } lines:
                draft.Warning("export.lines", lines.Kind);
                break;
            case Checker.BuiltIn other:
                draft.Error("export.builtInChecker", other.Kind);
                break;
            case Checker.Program program:
                draft.Error("export.checkerContract", program.Contract);
                break;
            default:
                draft.Error("export.scriptChecker");
                break;
        }
    }
}
