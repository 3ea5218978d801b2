using Judge.Programs.Script.Protocol;

namespace Judge.ScriptHost;

/// <summary>
/// Serves one script to a judge. Runs inside a box: what a script may not do, the box withholds; what is checked here
/// only makes for clearer sentences.
/// </summary>
internal static class Program
{
    /// <summary>Stack of the thread that scripts run on: some 200,000 calls deep.</summary>
    private const int StackBytes = 32 << 20;

    public static void Main()
    {
        var wire = new Wire(Console.OpenStandardInput(), Console.OpenStandardOutput());
        var thread = new Thread(new Session(wire).Run, StackBytes);
        thread.Start();
        thread.Join();
    }
}
