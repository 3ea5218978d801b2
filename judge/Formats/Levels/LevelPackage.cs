using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Levels;

/// <summary>A puzzle that somebody makes on the site, as it becomes a package.</summary>
public sealed record LevelDraft
{
    /// <summary>Of the package, <c>[a-z0-9]+</c>.</summary>
    public required string Name { get; init; }

    /// <summary>By language; Vietnamese at least.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Markdown by language, for each title.</summary>
    public required IReadOnlyDictionary<string, string> Stories { get; init; }

    /// <summary>The file <c>level.json</c>.</summary>
    public required byte[] Level { get; init; }

    /// <summary>A program that wins, as Blockly saves it; null: nobody has proved the level yet.</summary>
    public byte[]? Ideal { get; init; }
}

/// <summary>Writes puzzles as packages, each there whole or not at all.</summary>
public static class LevelPackage
{
    /// <summary>A package that was written into a folder; null: there is none of this name.</summary>
    public static Problem? Find(string folder, string name) =>
        Path.Combine(folder, name) is var place && Directory.Exists(place) ? ProblemPackage.Load(place) : null;

    /// <param name="into">Folder of packages; one of the same name is replaced.</param>
    /// <returns>The package as the judge reads it.</returns>
    /// <exception cref="PackageException">The judge cannot read it: the level is wrong.</exception>
    /// <exception cref="ImportException">Somebody else is writing there just now.</exception>
    public static Problem Write(string into, LevelDraft draft)
    {
        var package = new PackageDraft(draft.Name, draft.Titles["vi"]);
        package.Settings.Set("type", "blocks");
        foreach (var (language, title) in draft.Titles)
        {
            package.Title(language, title);
            package.Statement(language, draft.Stories[language]);
        }

        package.Add("level.json", draft.Level);
        if (draft.Ideal is { } ideal)
        {
            package.Add("submissions/accepted/ideal.json", ideal);
        }

        using var writer = new PackageWriter(into);
        writer.Stage(package);
        writer.Put(draft.Name);
        return ProblemPackage.Load(Path.Combine(into, draft.Name));
    }
}
