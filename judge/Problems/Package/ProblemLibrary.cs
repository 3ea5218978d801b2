using System.Collections.Concurrent;

namespace Judge.Problems.Package;

/// <summary>Folders of problem packages, each package read when it is first asked for and again when it was changed.</summary>
/// <param name="folders">Where two have a package of one name, the earlier folder's counts.</param>
public sealed class ProblemLibrary(IReadOnlyList<string> folders, TimeProvider time)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Shelved> _shelf = new();

    /// <summary>Names of the packages, in ordinal order.</summary>
    public IReadOnlyList<string> Names() =>
        [
            .. folders
                .Where(Directory.Exists)
                .SelectMany(folder => new DirectoryInfo(folder).EnumerateDirectories())
                .Select(package => package.Name)
                .Distinct()
                .Where(name => Place(name) is not null)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The problem as it is now, looked at once a second at most; null: there is no such package.</summary>
    /// <exception cref="PackageException">There is one, but it is wrong.</exception>
    public Problem? Find(string name)
    {
        var known = _shelf.GetValueOrDefault(name);
        if (known is not null && time.GetElapsedTime(known.LookedAt) < LookAgainAfter)
        {
            return known.Problem;
        }

        if (Place(name) is not { } place)
        {
            return null;
        }

        var now = time.GetTimestamp();
        var stamp = Stamp(place);
        var problem = known?.Stamp == stamp ? known.Problem : ProblemPackage.Load(place);
        _shelf[name] = new Shelved(problem, stamp, now);
        return problem;
    }

    /// <summary>As <see cref="Find"/>, and null too for a package that is wrong.</summary>
    public Problem? FindReadable(string name)
    {
        try
        {
            return Find(name);
        }
        catch (PackageException)
        {
            return null;
        }
    }

    /// <summary>The folder of a package; null: there is none.</summary>
    private string? Place(string name) =>
        ProblemPackage.IsName(name)
            ? folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(place => File.Exists(Path.Combine(place, "problem.yaml")))
            : null;

    /// <summary>Changes when a file that is read is added, taken out or written.</summary>
    private static int Stamp(string place)
    {
        var package = new DirectoryInfo(place);
        var parts = package
            .EnumerateDirectories()
            .Where(part => part.Name is not ("submissions" or "generators"))
            .SelectMany(part => part.EnumerateFiles("*", SearchOption.AllDirectories));
        var stamp = new HashCode();
        foreach (var file in package.EnumerateFiles().Concat(parts).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            stamp.Add(file.FullName);
            stamp.Add(file.Length);
            stamp.Add(file.LastWriteTimeUtc.Ticks);
        }

        return stamp.ToHashCode();
    }

    private sealed record Shelved(Problem Problem, int Stamp, long LookedAt);
}
