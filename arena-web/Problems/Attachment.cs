using System.Text.RegularExpressions;
using Judge.Problems;

namespace ArenaWeb.Problems;

/// <summary>A file that pupils are given with the statement: one of the package's folder <c>attachments</c>.</summary>
/// <param name="Name">A plain file name.</param>
/// <param name="Path">Where it lies.</param>
internal sealed partial record Attachment(string Name, string Path, long Bytes)
{
    /// <summary>By name. Folders, links and names that are not plain are left out.</summary>
    public static IReadOnlyList<Attachment> Of(Problem problem)
    {
        var folder = new DirectoryInfo(System.IO.Path.Combine(problem.Folder, "attachments"));
        return folder is { Exists: true, LinkTarget: null }
            ?
            [
                .. folder
                    .EnumerateFiles()
                    .Where(file => file.LinkTarget is null && NamePattern().IsMatch(file.Name))
                    .OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => new Attachment(file.Name, file.FullName, file.Length)),
            ]
            : [];
    }

    /// <summary>The attachment of exactly this name; null: there is none. A name from outside never becomes a path.</summary>
    public static Attachment? Find(Problem problem, string? name) => Of(problem).FirstOrDefault(attachment => attachment.Name == name);

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.()+-]{0,199}\z")]
    private static partial Regex NamePattern();
}
