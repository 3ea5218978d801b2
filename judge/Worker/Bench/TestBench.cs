using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;

namespace Judge.Worker.Bench;

/// <summary>What one test costs in a box, against the same program started by bare fork and exec, taken in turn.</summary>
internal sealed class TestBench(ISandbox sandbox, string images, string bare, string folder)
{
    private const string Input = "3 4\n";

    /// <summary>Opens boxes one after another; the sandbox must throw each away after its use.</summary>
    public async Task<Figure> BoxStartAsync(string image, int takes, CancellationToken ct)
    {
        var times = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var box = await sandbox.OpenAsync(image, Compiler.MemoryBytes, ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return Figure.Of("box.start", "ms", times.Skip(1));
    }

    /// <summary>The smallest program there is: what is left is the cost of a test. Where one waits, of both starts.</summary>
    public async IAsyncEnumerable<Figure> PerTestAsync(
        Language language,
        string source,
        int takes,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        yield return await PerTestAsync($"test.{language.Id}", language, source, Encoding.ASCII.GetBytes(Input), takes, ct);
        if (language.Forks)
        {
            var started = language with { Forks = false };
            yield return await PerTestAsync($"test.{language.Id}.started", started, source, Encoding.ASCII.GetBytes(Input), takes, ct);
        }
    }

    /// <summary>A program that reads so many bytes and no more than reads them.</summary>
    public Task<Figure> PerInputAsync(Language language, string source, int megabytes, int takes, CancellationToken ct)
    {
        var bytes = new byte[megabytes << 20];
        bytes.AsSpan().Fill((byte)'7');
        return PerTestAsync($"input.{megabytes}mb", language, source, bytes, takes, ct);
    }

    private async Task<Figure> PerTestAsync(string name, Language language, string source, byte[] input, int takes, CancellationToken ct)
    {
        var file = Path.Combine(folder, "input");
        await File.WriteAllBytesAsync(file, input, ct);
        await using var box = await sandbox.OpenAsync(language.Image, Compiler.MemoryBytes, ct);
        var program = await CompileAsync(box, language, source, ct);
        var command = program.With(new Command { Arguments = [], Stdin = Content.OfFile(file) });
        var limits = new Limits(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), 256L << 20, 1 << 20);

        var placed = Path.Combine(Root(language), "prog", $"bench-{Guid.NewGuid():N}");
        using var unplaced = new Leftover(placed);
        using var machine = await BareAsync(language, program, placed, file, ct);
        var boxed = new List<double>();
        var plain = new List<double>();
        for (var take = -1 - takes / 10; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            var execution = await box.RunAsync(command, limits, ct);
            var inBox = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var onMachine = machine.Take();
            if (execution is not { Ending: Ending.Exited, ExitCode: 0 })
            {
                throw new InvalidOperationException("The bench program failed.");
            }

            if (take < 0)
            {
                continue;
            }

            boxed.Add(inBox);
            plain.Add(onMachine);
        }
        return Figure.Of(name, "ms", boxed, plain);
    }

    private static async Task<CompiledProgram> CompileAsync(IBox box, Language language, string source, CancellationToken ct)
    {
        var compilation = await Compiler.CompileAsync(box, language, Encoding.UTF8.GetBytes(source), ct);
        var program = compilation.Program ?? throw new InvalidOperationException($"The bench program in {language.Name} does not compile.");
        return program;
    }

    /// <summary>The program in a folder of the bench below its image's root, so that both run the same interpreter.</summary>
    private async Task<BareMachine> BareAsync(Language language, CompiledProgram program, string placed, string input, CancellationToken ct)
    {
        await using (var from = program.Files.Values.Single().OpenRead())
        await using (var to = File.Create(placed))
        {
            await from.CopyToAsync(to, ct);
        }

        File.SetUnixFileMode(placed, (UnixFileMode)0b111_101_101);
        var command = program.Command.Select(word =>
            word.Replace($"/prog/{program.Files.Keys.Single()}", $"/prog/{Path.GetFileName(placed)}")
        );
        return BareMachine.Start(bare, Root(language), input, [.. command]);
    }

    private string Root(Language language) => Path.Combine(images, language.Image, "rootfs");

    private sealed class Leftover(string path) : IDisposable
    {
        public void Dispose() => File.Delete(path);
    }
}
