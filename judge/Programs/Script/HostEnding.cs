using System.Text;
using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>Why a script host is gone, in words about the script.</summary>
internal static class HostEnding
{
    /// <summary>The runner tells the end of a program whose pipes are closed at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="run">The host's run.</param>
    /// <param name="test">Null: no script was there yet, so it is our own failure.</param>
    public static async Task<Exception> ReasonAsync(Task<Execution> run, string file, string? test)
    {
        try
        {
            var execution = await run.WaitAsync(Patience);
            var what = What(execution);
            return test is null
                ? new SandboxException("The script host did not come up: it " + what)
                : new ScriptException(Sentence(file, what, test));
        }
        catch (SandboxException e)
        {
            return e;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return new SandboxException("The script host closed its streams and went on.", e);
        }
    }

    /// <param name="test">Empty: none.</param>
    public static string Sentence(string file, string what, string test) =>
        test.Length > 0 ? $"{file}: {what} (Test {test})" : $"{file}: {what}";

    private static string What(Execution execution) =>
        execution.Ending switch
        {
            Ending.MemoryLimit => "wants more memory than a script may have.",
            Ending.CpuLimit or Ending.WallLimit => "ran for too long.",
            _ when FirstLine(execution.Stderr.Span) is { Length: > 0 } line => $"crashed: {line}",
            Ending.Signaled => FormattableString.Invariant($"crashed with signal {execution.Signal}."),
            _ => FormattableString.Invariant($"ended with exit code {execution.ExitCode}."),
        };

    private static string FirstLine(ReadOnlySpan<byte> stderr) =>
        Encoding.UTF8.GetString(stderr).Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
}
