using System.Diagnostics;
using System.Text;
using Judge.Programs.Script;
using Judge.Sandbox;

namespace Judge.Worker.Bench;

/// <summary>What a checker written in C# costs: the first test, with starting and compiling, and each further one.</summary>
internal sealed class ScriptBench(ISandbox sandbox, string folder)
{
    private const string Script = """
        var wanted = Answer.NextLong();
        if (Output.NextLong() != wanted)
            Reject("not the sum");
        Accept();

        """;

    public async IAsyncEnumerable<Figure> RunAsync(
        string image,
        int takes,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var path = Path.Combine(folder, "check.csx");
        await File.WriteAllTextAsync(path, Script, ct);
        await using var box = await sandbox.OpenAsync(image, memoryBytes: 0, ct);
        var scripts = new ScriptHosts(Path.Combine(folder, "scripts"));
        yield return Figure.Of("checker.csharp.compiled", "ms", [await FirstAsync(scripts, box, path, ct)]);
        yield return Figure.Of("checker.csharp.started", "ms", [await FirstAsync(scripts, box, path, ct)]);

        await using var host = await scripts.OpenAsync(box, path, ScriptKind.Checker, ct);
        var times = new List<double>();
        for (var take = -1; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            await host.CallAsync(Call(take), ct);
            if (take >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        yield return Figure.Of("checker.csharp.each", "ms", times);
    }

    /// <summary>Milliseconds until a new process has answered its first call.</summary>
    private static async Task<double> FirstAsync(ScriptHosts scripts, IBox box, string path, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await using var host = await scripts.OpenAsync(box, path, ScriptKind.Checker, ct);
        await host.CallAsync(Call(0), ct);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static ScriptCall Call(int number) => new ScriptCall.Check(Text("3 4\n"), Text("7\n"), Text("7\n")) { Name = $"{number}" };

    private static Content Text(string text) => Content.OfBytes(Encoding.ASCII.GetBytes(text));
}
