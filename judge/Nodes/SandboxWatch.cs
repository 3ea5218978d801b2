using Judge.Events;
using Judge.Sandbox;
using Microsoft.Extensions.Logging;

namespace Judge.Nodes;

/// <summary>Whether boxes can be opened. While they cannot, submissions wait: nothing is run without a box.</summary>
internal sealed class SandboxWatch(ISandbox sandbox, ILogger<SandboxWatch> log)
{
    private readonly AsyncPulse _changed = new();
    private volatile string _trouble = "The sandbox is being looked for.";

    /// <summary>Why nothing can be judged, in a sentence; empty: it can.</summary>
    public string Trouble => _trouble;

    /// <returns>Whether boxes can be opened.</returns>
    public async Task<bool> CheckAsync(CancellationToken ct)
    {
        try
        {
            await sandbox.CheckAsync(ct);
            Change("");
            return true;
        }
        catch (SandboxException e)
        {
            Change(e.Message);
            return false;
        }
    }

    /// <summary>Ends when the trouble has become another.</summary>
    public Task Changed => _changed.Next;

    /// <summary>Waits for boxes, but not for ever.</summary>
    /// <returns>Whether boxes can be opened.</returns>
    public async Task<bool> IsReadyAsync(TimeSpan within, TimeProvider clock, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var over = _trouble.Length == 0 ? Task.CompletedTask : Task.Delay(within, clock, end.Token);
        while (_trouble.Length > 0 && !over.IsCompleted)
        {
            var changed = _changed.Next;
            if (_trouble.Length > 0)
            {
                await Task.WhenAny(changed, over);
            }
        }

        await end.CancelAsync();
        ct.ThrowIfCancellationRequested();
        return _trouble.Length == 0;
    }

    private void Change(string trouble)
    {
        if (_trouble == trouble)
        {
            return;
        }

        _trouble = trouble;
        _changed.Pulse();
        if (trouble.Length > 0)
        {
            log.LogError("Nothing is judged here until the sandbox answers: {Trouble}", trouble);
        }
        else
        {
            log.LogInformation("The sandbox answers: {Kind}", sandbox.Kind);
        }
    }
}
