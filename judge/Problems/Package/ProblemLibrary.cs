using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Judge.Problems.Package;

/// <summary>A package of the library, sound or wrong: a wrong one must not close the pages of a whole contest.</summary>
/// <param name="Problem">Null: it is wrong.</param>
/// <param name="Trouble">What is wrong with it; null: nothing.</param>
public sealed record FoundPackage(Problem? Problem, PackageException? Trouble);

/// <summary>Folders of problem packages, each package read when it is first asked for and again when it was changed.</summary>
/// <param name="folders">Where two have a package of one name, the earlier folder's counts.</param>
public sealed class ProblemLibrary(IReadOnlyList<string> folders, TimeProvider time, ILogger<ProblemLibrary> log)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Cached> _cache = new();

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

    /// <summary>The package as it is now, looked at once a second at most; null: there is none. One that is wrong is logged.</summary>
    public FoundPackage? Look(string name)
    {
        var known = _cache.GetValueOrDefault(name);
        if (known is not null && time.GetElapsedTime(known.LookedAt) < LookAgainAfter)
        {
            return known.Found;
        }

        if (Place(name) is not { } place)
        {
            return null;
        }

        var now = time.GetTimestamp();
        var stamp = Stamp(place);
        var found = known is { Found.Problem: not null } && known.Stamp == stamp ? known.Found : Read(name, place);
        _cache[name] = new Cached(found, stamp, now);
        return found;
    }

    /// <summary>The package as it was when it was last looked at, which is enough to look for its name; null: there is none.</summary>
    public FoundPackage? Recall(string name) => _cache.TryGetValue(name, out var known) ? known.Found : Look(name);

    private FoundPackage Read(string name, string place)
    {
        try
        {
            return new FoundPackage(ProblemPackage.Load(place), null);
        }
        catch (PackageException wrong)
        {
            log.LogError(wrong, "The package {Problem} cannot be read", name);
            return new FoundPackage(null, wrong);
        }
    }

    /// <summary>The folder of a package; null: there is none.</summary>
    private string? Place(string name) =>
        ProblemPackage.IsName(name)
            ? folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(place => File.Exists(Path.Combine(place, "problem.yaml")))
            : null;

    /// <summary>Files that are read for pages and judging; those of submissions and generators are not.</summary>
    /// <param name="passOver">What is not looked at; for <see cref="FileAttributes.ReparsePoint"/> links.</param>
    internal static IEnumerable<FileInfo> FilesOf(string place, FileAttributes passOver)
    {
        var package = new DirectoryInfo(place);
        var here = new EnumerationOptions { AttributesToSkip = passOver };
        var below = new EnumerationOptions { AttributesToSkip = passOver, RecurseSubdirectories = true };
        var parts = package
            .EnumerateDirectories("*", here)
            .Where(part => part.Name is not ("submissions" or "generators"))
            .SelectMany(part => part.EnumerateFiles("*", below));
        return package.EnumerateFiles("*", here).Concat(parts).OrderBy(file => file.FullName, StringComparer.Ordinal);
    }

    /// <summary>Changes when a file that is read is added, taken out or written.</summary>
    internal static int Stamp(string place)
    {
        var stamp = new HashCode();
        foreach (var file in FilesOf(place, passOver: 0))
        {
            stamp.Add(file.FullName);
            stamp.Add(file.Length);
            stamp.Add(file.LastWriteTimeUtc.Ticks);
        }

        return stamp.ToHashCode();
    }

    private sealed record Cached(FoundPackage Found, int Stamp, long LookedAt);
}
