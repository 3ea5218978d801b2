using Judge.Sandbox;

namespace Judge.Tests.Programs;

/// <summary>A box whose runs end as written beforehand.</summary>
internal sealed class ScriptedBox(params Execution[] script) : IBox
{
    private readonly Queue<Execution> _script = new(script);

    public List<double> Walls { get; } = [];

    /// <summary>Names of what was put into it, in order.</summary>
    public List<string> Put { get; } = [];

    public Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct)
    {
        Put.AddRange(files.Keys);
        return Task.CompletedTask;
    }

    public Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct)
    {
        Walls.Add(limits.Wall.TotalSeconds);
        return _script.TryDequeue(out var execution)
            ? Task.FromResult(execution)
            : Task.FromException<Execution>(new SandboxException("The connection to a box was lost."));
    }

    public Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
