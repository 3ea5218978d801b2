using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Talk;
using Judge.Worlds.Texts;

namespace Problems.Tests.Worlds;

/// <summary>Programs in boxes that drive robots: a box a robot, each opened once for all programs of a test.</summary>
internal sealed class BoxedRobots(ISandbox sandbox, TextKind kind) : IAsyncDisposable
{
    private const long MemoryBytes = 256L << 20;
    private static readonly Limits Limits = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), MemoryBytes, 1 << 20);

    private readonly Language _language = Packages.Languages.Find(kind.ToString().ToLowerInvariant())!;
    private readonly List<IBox> _boxes = [];

    /// <summary>Compiles a program with the robot's unit beside it.</summary>
    public async Task<Compilation> CompileAsync(string source, CancellationToken ct)
    {
        var unit = Path.Combine(Packages.Folder, "worlds", "include", kind == TextKind.Pascal ? "pascal/srobot.pas" : "python3/srobot.py");
        var sources = SourceSet.OfOne(_language.Source, Encoding.UTF8.GetBytes(source));
        var files = sources.Files.Append(new(Path.GetFileName(unit), Content.OfFile(unit))).ToDictionary();
        return await Compiler.CompileAsync(
            await BoxAsync(0, ct),
            _language,
            sources with
            {
                Files = files,
            },
            Compiler.LimitsOf(_language),
            ct
        );
    }

    /// <param name="around">What a robot's mind becomes before it is asked.</param>
    public async Task<(Trace Trace, Execution[] Executions)> RunAsync(
        CompiledProgram program,
        Level level,
        World world,
        Func<IMind, IMind> around,
        CancellationToken ct
    )
    {
        var pipes = world.Robots.Select(_ => (Down: Pipe.Create(), Up: Pipe.Create())).ToList();
        var streams = pipes.Select(pipe => (Heard: pipe.Up.OpenRead(), Said: pipe.Down.OpenWrite())).ToList();
        var runs = new List<Task<Execution>>();
        foreach (var (robot, pipe) in pipes.Index())
        {
            var box = await BoxAsync(robot, ct);
            if (robot > 0)
            {
                await box.PutAsync(program.Files, ct);
            }

            var command = program.With(
                new Command
                {
                    Arguments = [],
                    StdinPipe = pipe.Down.ReadEnd,
                    StdoutPipe = pipe.Up.WriteEnd,
                }
            );
            runs.Add(box.RunAsync(command, Limits, ct));
        }

        IReadOnlyList<IMind> minds = [.. streams.Select((stream, robot) => around(new TalkingMind(stream.Heard, stream.Said, robot)))];
        var trace = await Task.Run(() => WorldEngine.Run(level, world, minds), ct);
        foreach (var stream in streams)
        {
            await stream.Said.DisposeAsync();
        }

        var executions = await Task.WhenAll(runs);
        foreach (var stream in streams)
        {
            await stream.Heard.DisposeAsync();
        }

        return (trace, executions);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var box in Enumerable.Reverse(_boxes))
        {
            await box.DisposeAsync();
        }
    }

    /// <summary>Those of further robots stand beside the first.</summary>
    private async Task<IBox> BoxAsync(int robot, CancellationToken ct)
    {
        if (robot == _boxes.Count)
        {
            _boxes.Add(
                robot == 0
                    ? await sandbox.OpenAsync(_language.Image, Compiler.MemoryBytes, ct)
                    : await _boxes[0].OpenCompanionAsync(_language.Image, MemoryBytes, ct)
            );
        }

        return _boxes[robot];
    }
}
