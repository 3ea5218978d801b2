using System.Collections.Concurrent;
using Judge.Sandbox.Inputs;
using Judge.Sandbox.Runner;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox.Pool;

/// <summary>One use of a live box. Disposing gives it back, after its companions.</summary>
/// <param name="inputs">What is kept of files that many runs read.</param>
/// <param name="openCompanion">Opens an author's box (image, memory in bytes) on the same slot.</param>
/// <param name="giveBack">Ends the use of the box.</param>
internal sealed class PooledBox(
    LiveBox box,
    InputCache inputs,
    Func<string, long, CancellationToken, Task<PooledBox>> openCompanion,
    Func<Task> giveBack
) : IBox
{
    /// <summary>The runner adds the time that a program waited for a core to its wall limit, up to three times the limit.</summary>
    private const int WallStretch = 4;

    /// <summary>What the runner may take on top of that to kill, wipe and answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly ConcurrentBag<PooledBox> _companions = [];
    private int _disposed;

    public async Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct)
    {
        foreach (var some in files.Chunk(RequestHead.MostFiles))
        {
            await AskAsync(RequestHead.Put(some), Grace, ct);
        }
    }

    public async Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct)
    {
        using SafeFileHandle? input = command.StdinPipe,
            output = command.StdoutPipe;
        (var answer, var payload) = await AskAsync(
            RequestHead.Run(inputs.Prepare(command), limits, boundSpace: !box.BoundsMemory),
            limits.Wall * WallStretch + Grace,
            ct
        );
        box.Anomaly ??= EndingRule.Anomaly(answer);
        var ending = EndingRule.Decide(answer, limits);
        return new Execution
        {
            Ending = ending,
            ExitCode = (int)answer["exit"],
            Signal = ending == Ending.Signaled ? (int)answer["signal"] : 0,
            Cpu = TimeSpan.FromMicroseconds(answer["cpu"]),
            Wall = TimeSpan.FromMicroseconds(answer["wall"]),
            EndedAt = TimeSpan.FromTicks(answer["ended"] / TimeSpan.NanosecondsPerTick),
            MemoryBytes = answer["rss"] * 1024,
            Processes = (int)answer["reaped"],
            Stdout = payload.GetValueOrDefault("stdout"),
            Stderr = payload.GetValueOrDefault("stderr"),
            Files = payload
                .Where(p => p.Key.StartsWith(Answer.FilePrefix, StringComparison.Ordinal))
                .ToDictionary(p => p.Key[Answer.FilePrefix.Length..], p => p.Value),
        };
    }

    public async Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var companion = await openCompanion(image, memoryBytes, ct);
        _companions.Add(companion);
        return companion;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await Task.WhenAll(_companions.Select(c => c.DisposeAsync().AsTask()));
            await giveBack();
        }
    }

    /// <summary>Asks the runner; whatever goes wrong makes the box unfit for another use.</summary>
    private async Task<(Answer Answer, Dictionary<string, ReadOnlyMemory<byte>> Payload)> AskAsync(
        RequestHead request,
        TimeSpan patience,
        CancellationToken ct
    )
    {
        using var closing = request;
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        both.CancelAfter(patience);
        try
        {
            return await box.Link.AskAsync(request, both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            box.Anomaly = "stuck";
            throw new SandboxException("A box did not answer in time.");
        }
        catch (Exception)
        {
            box.Anomaly = "lost";
            throw;
        }
    }
}
