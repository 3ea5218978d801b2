namespace Judge.Problems.Package;

/// <summary>Finds the author's programs in a package: checker, interactor, validators, and files beside the entrant's.</summary>
internal static class AuthorPrograms
{
    /// <exception cref="PackageException">One is missing or cannot be run.</exception>
    public static Problem AddTo(Problem problem, SchoolSettings school)
    {
        var validator =
            Path.Combine(problem.Folder, "output_validator") is var folder && Directory.Exists(folder)
                ? AuthorProgram.OfFolder(folder, $"{problem.Name}/output_validator")
                : null;
        problem = problem with { InputValidators = [.. Validators(problem)], Mains = Mains(problem, school) };
        if (problem.Kind == TaskKind.Interactive)
        {
            return problem with
            {
                Interactor =
                    validator
                    ?? throw new PackageException(
                        $"{problem.Name}/output_validator",
                        "the folder is missing; an interactive problem needs the program to talk with."
                    ),
                InteractorContract = school.InteractorContract,
                Checker = school.Checker ?? problem.Checker,
            };
        }

        if (validator is not null && school.Checker is not null)
        {
            throw new PackageException(
                $"{problem.Name}/{SchoolSettings.File}",
                "there is a 'checker' and an output_validator/; take one of them out."
            );
        }

        var checker = validator is not null ? new Checker.Program(validator, CheckerContract.Kattis) : school.Checker ?? problem.Checker;
        if (problem.Passes > 1 && checker is not Checker.Program { Contract: CheckerContract.Kattis })
        {
            throw new PackageException(
                $"{problem.Name}/output_validator",
                "the folder is missing; a multi-pass problem needs the program that makes the next input."
            );
        }

        return problem with
        {
            Checker = checker,
        };
    }

    /// <summary>Each file or folder in <c>input_validators</c> is one.</summary>
    private static IEnumerable<AuthorProgram> Validators(Problem problem)
    {
        var folder = new DirectoryInfo(Path.Combine(problem.Folder, "input_validators"));
        if (!folder.Exists)
        {
            yield break;
        }

        foreach (
            var entry in folder
                .EnumerateFileSystemInfos()
                .Where(entry => entry.Name[0] != '.')
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        )
        {
            if (entry.LinkTarget is not null)
            {
                throw new PackageException($"{problem.Name}/input_validators/{entry.Name}", "links are not supported.");
            }

            yield return entry is DirectoryInfo
                ? AuthorProgram.OfFolder(entry.FullName, $"{problem.Name}/input_validators/{entry.Name}")
                : AuthorProgram.OfFile(entry.FullName);
        }
    }

    private static Dictionary<string, MainProgram> Mains(Problem problem, SchoolSettings school)
    {
        var mains = new Dictionary<string, MainProgram>();
        var folder = Path.Combine(problem.Folder, "include");
        foreach (var path in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            var code = Path.GetFileName(path);
            mains[code == "default" ? code : Language.IdOf(code)] = new MainProgram(
                null,
                null,
                [.. Directory.GetFiles(path).Order(StringComparer.Ordinal)]
            );
        }

        foreach (var code in school.Mains?.Keys ?? [])
        {
            var own = school.Mains!.Map(code)!;
            own.Allow("source", "main");
            var (source, main) = (own.RequiredText("source"), own.RequiredText("main"));
            var files = mains.GetValueOrDefault(Language.IdOf(code))?.Files ?? [];
            if (!files.Any(file => Path.GetFileName(file) == main))
            {
                throw own.Wrong("main", $"include/{code}/{main} is missing.");
            }

            if (files.Any(file => Path.GetFileName(file) == source) || source.AsSpan().IndexOfAny("/\\ ") >= 0 || source[0] == '.')
            {
                throw own.Wrong("source", $"'{source}' must be a plain file name that is not in include/{code}.");
            }

            mains[Language.IdOf(code)] = new MainProgram(source, main, files);
        }

        return mains;
    }
}
