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
        problem = Graders.Restrict(problem with { InputValidators = [.. Validators(problem)], Mains = Graders.Read(problem, school) });
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
                ChecksTalk = school.Checker is not null,
                HasFifos = school.HasFifos,
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
}
