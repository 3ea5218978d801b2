using System.Collections.Concurrent;

namespace Judge.Problems;

/// <summary>A folder of problem packages, each read when it is first asked for and again when it was changed.</summary>
public sealed class ProblemLibrary(string folder, TimeProvider time)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Shelved> _shelf = new();

    /// <summary>Names of the packages, in ordinal order.</summary>
    public IReadOnlyList<string> Names() => !Directory.Exists(folder) ? [] : [.. new DirectoryInfo(folder).EnumerateDirectories()
        .Select(package => package.Name).Where(Exists).Order(StringComparer.Ordinal)];

    /// <summary>The problem as it is now, looked at once a second at most; null: there is no such package.</summary>
    /// <exception cref="PackageException">There is one, but it is wrong.</exception>
    public Problem? Find(string name)
    {
        var known = _shelf.GetValueOrDefault(name);
        if (known is not null && time.GetElapsedTime(known.LookedAt) < LookAgainAfter)
            return known.Problem;
        if (!Exists(name))
            return null;

        var now = time.GetTimestamp();
        var stamp = Stamp(name);
        var problem = known?.Stamp == stamp ? known.Problem : ProblemPackage.Load(Path.Combine(folder, name));
        _shelf[name] = new Shelved(problem, stamp, now);
        return problem;
    }

    private bool Exists(string name) => ProblemPackage.IsName(name) && File.Exists(Path.Combine(folder, name, "problem.yaml"));

    /// <summary>Changes when a file that is read is added, taken out or written.</summary>
    private int Stamp(string name)
    {
        var package = new DirectoryInfo(Path.Combine(folder, name));
        var parts = package.EnumerateDirectories().Where(part => part.Name is not ("submissions" or "generators"))
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
