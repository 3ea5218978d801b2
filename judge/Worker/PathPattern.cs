using System.IO.Enumeration;

namespace Judge.Worker;

/// <summary>Paths with <c>*</c> and <c>?</c>, for shells that leave them as they are.</summary>
internal static class PathPattern
{
    /// <summary>What a pattern matches, in ordinal order; the path itself where it is no pattern or matches nothing.</summary>
    public static IReadOnlyList<string> Expand(string path)
    {
        if (path.AsSpan().IndexOfAny('*', '?') < 0 || Path.Exists(path))
        {
            return [path];
        }

        IEnumerable<string> found = [Path.IsPathRooted(path) ? Path.GetPathRoot(path)! : ""];
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.SelectMany(folder => In(folder, part));
        }

        List<string> all = [.. found.Order(StringComparer.Ordinal)];
        return all.Count > 0 ? all : [path];
    }

    private static IEnumerable<string> In(string folder, string part)
    {
        if (part.AsSpan().IndexOfAny('*', '?') < 0)
        {
            return Path.Combine(folder, part) is var only && (part is "." or ".." || Path.Exists(only)) ? [only] : [];
        }

        var place = folder.Length == 0 ? "." : folder;
        return Directory.Exists(place)
            ? Directory
                .EnumerateFileSystemEntries(place)
                .Select(entry => Path.GetFileName(entry))
                .Where(name => (name[0] != '.' || part[0] == '.') && FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false))
                .Select(name => Path.Combine(folder, name))
            : [];
    }
}
