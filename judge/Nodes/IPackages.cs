using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;

namespace Judge.Nodes;

/// <summary>Where a judge node finds the packages of its jobs.</summary>
internal interface IPackages
{
    /// <summary>Problems that need not be fetched first.</summary>
    IReadOnlyList<string> Warm { get; }

    /// <summary>The package, which stays as it is until it is closed.</summary>
    /// <param name="hash">As <see cref="Job.Package"/>.</param>
    /// <exception cref="PackageException">It is wrong, or there is none.</exception>
    Task<OpenedPackage> OpenAsync(string problem, string hash, CancellationToken ct);
}

/// <param name="close">Null: nothing is to be done at the end.</param>
internal sealed class OpenedPackage(Problem problem, Action? close = null) : IDisposable
{
    public Problem Problem => problem;

    public void Dispose() => close?.Invoke();
}

/// <summary>The packages of an arena's own folders, for a judge in the same program: nothing is fetched.</summary>
internal sealed class LibraryPackages(ProblemLibrary library) : IPackages
{
    private const int MostWarm = 50;

    private readonly Lock _gate = new();
    private readonly LinkedList<string> _recent = [];

    public IReadOnlyList<string> Warm
    {
        get
        {
            lock (_gate)
            {
                return [.. _recent];
            }
        }
    }

    public Task<OpenedPackage> OpenAsync(string problem, string hash, CancellationToken ct)
    {
        var found = library.Look(problem) ?? throw new PackageException(problem, "there is no such package in the folders of problems.");
        lock (_gate)
        {
            _recent.Remove(problem);
            _recent.AddFirst(problem);
            if (_recent.Count > MostWarm)
            {
                _recent.RemoveLast();
            }
        }

        return Task.FromResult(new OpenedPackage(found.Problem ?? throw found.Trouble!));
    }
}
