using Judge.Formats.Draft;

namespace Judge.Formats.Kattis;

/// <summary>Validators of a Kattis package.</summary>
internal static class ImportKattisPrograms
{
    private static readonly string[] Runnable = [".py", ".py3", ".pas", ".c", ".cc", ".cpp", ".cxx", ".c++", ".csx"];

    /// <summary>Each file or folder is one; those in languages of the format's own tools, which we do not have, are left out.</summary>
    public static void AddInputValidators(KattisSource source, string folder, KattisConstants? constants = null)
    {
        foreach (var program in Programs(source, folder))
        {
            var files = source
                .Below(folder)
                .Where(file => file.Path == $"{folder}/{program}" || file.Path.StartsWith($"{folder}/{program}/", StringComparison.Ordinal))
                .ToList();
            var reason =
                files.Any(file => file.Stem is "build" or "run" && file.Extension.Length == 0) ? "import.kattis.ownScript"
                : !files.Any(file => Runnable.Contains(file.Extension)) ? "import.kattis.validatorLanguage"
                : null;
            if (reason is not null)
            {
                source.Draft.LeftOut(reason, folder, program);
            }
            else
            {
                files.ForEach(file => Add(source.Draft, "input_validators" + file.Path[folder.Length..], file, constants));
            }
        }
    }

    /// <summary>The one program that compares outputs or talks with submissions.</summary>
    /// <exception cref="ImportException">There is none, or more than one.</exception>
    public static void AddOutputValidator(KattisSource source, string folder, KattisConstants? constants = null)
    {
        var programs = Programs(source, folder);
        if (programs.Count != 1)
        {
            throw programs.Count == 0
                ? new ImportException("import.kattis.noValidator", folder)
                : new ImportException("import.kattis.severalValidators", folder, programs.Count);
        }

        var only = $"{folder}/{programs[0]}";
        var isFolder = source.Tree.Find(only) is null;
        foreach (var file in source.Below(folder))
        {
            Add(source.Draft, "output_validator" + file.Path[(isFolder ? only.Length : folder.Length)..], file, constants);
        }
    }

    public static void Add(PackageDraft draft, string path, ImportFile file, KattisConstants? constants)
    {
        if (constants is null)
        {
            draft.Add(path, file);
        }
        else
        {
            constants.Add(draft, path, file);
        }
    }

    private static IReadOnlyList<string> Programs(KattisSource source, string folder) =>
        [.. source.Below(folder).Select(file => file.Path[(folder.Length + 1)..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];
}
