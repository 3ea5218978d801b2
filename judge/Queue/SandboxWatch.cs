using Judge.Events;
using Judge.Sandbox;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>Whether boxes can be opened. While they cannot, submissions wait: nothing is run without a box.</summary>
internal sealed class SandboxWatch(ISandbox sandbox, ILogger log)
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

    public async Task ReadyAsync(CancellationToken ct)
    {
        while (true)
        {
            var changed = _changed.Next;
            if (_trouble.Length == 0)
            {
                return;
            }

            await changed.WaitAsync(ct);
        }
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
