using Judge.Formats.Draft;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Packages of the Kattis family (github.com/Kattis/problem-package-format): "legacy", "legacy-icpc", "2025-09" with the names its drafts
/// had, and what DOMjudge adds to them. One package, or a folder of packages.
/// </summary>
internal static class ImportKattis
{
    public const string Settings = "problem.yaml";

    public static Importer Importer { get; } =
        new("kattis", FoldsCase: false, tree => Packages(tree).Any(), (tree, _) => Packages(tree).Select(Item));

    private static IEnumerable<ImportTree> Packages(ImportTree tree) =>
        tree.Find(Settings) is not null
            ? [tree]
            : tree.Folders("").Where(folder => tree.Find($"{folder}/{Settings}") is not null).Select(folder => tree.Part(folder));

    private static ImportItem Item(ImportTree tree) =>
        new(
            tree.Name,
            draft =>
            {
                var settings = Read(tree, Settings) ?? throw new ImportException("import.noSettings", Settings);
                var version = settings.Text("problem_format_version") ?? "legacy";
                draft.Understood("import.kattis.format", ImportNames.Shown(version));
                foreach (var file in tree.Files.Where(file => !IsAdmitted(file.Path)))
                {
                    draft.LeftOut("import.kattis.badName", ImportNames.Shown(file.Path));
                }

                switch (version)
                {
                    case "legacy" or "legacy-icpc":
                        ImportKattisLegacy.Fill(new KattisSource(tree, settings, draft), version == "legacy-icpc");
                        break;
                    case ProblemPackage.Format or "2023-07" or "2023-07-draft":
                        ImportKattisCurrent.Fill(new KattisSource(tree, settings, draft), version != ProblemPackage.Format);
                        break;
                    default:
                        throw settings.Wrong(
                            "problem_format_version",
                            $"the format '{ImportNames.Shown(version)}' is not known; known are legacy, legacy-icpc and "
                                + $"{ProblemPackage.Format}."
                        );
                }
            }
        );

    /// <summary>Null: there is no such file.</summary>
    public static YamlMap? Read(ImportTree tree, string path) =>
        tree.Find(path) is { } file && file.Length > 0 ? YamlMap.Read(file.FullPath, file.Path) : null;

    /// <summary>"[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}"; what DOMjudge adds begins with a dot.</summary>
    public static bool IsAdmitted(string path) =>
        path == ".timelimit"
        || path.Split('/')
            .All(part =>
                part.Length is > 0 and < 256
                && part[0] is not ('.' or '-')
                && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')
            );
}

/// <summary>What is read, what it says of itself, and what is made of it.</summary>
internal sealed record KattisSource(ImportTree Tree, YamlMap Settings, PackageDraft Draft)
{
    /// <summary>Files in a folder whose names the format admits.</summary>
    public IEnumerable<ImportFile> Below(string folder) => Tree.Below(folder).Where(file => ImportKattis.IsAdmitted(file.Path));

    /// <summary>Takes a folder as it is, under the same or another name.</summary>
    public void Copy(string folder, string? to = null)
    {
        foreach (var file in Below(folder))
        {
            Draft.Add((to ?? folder) + file.Path[folder.Length..], file);
        }
    }

    public bool Has(string folder) => Below(folder).Any();
}
