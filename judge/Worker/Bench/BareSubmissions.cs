using System.Diagnostics;
using Judge.Problems;
using Judge.Programs.Compile;

namespace Judge.Worker.Bench;

/// <summary>
/// The work of a submission on the bare machine, by fork and exec: its compile and its runs one after another, nothing kept apart and
/// nothing checked. No judge that compiles and runs can be faster, but for running tests of one submission side by side.
/// </summary>
internal sealed class BareSubmissions : IDisposable
{
    private readonly List<string> _folders = [];
    private readonly List<BareMachine> _whole = [];
    private readonly BareMachine _compile;

    /// <param name="bare">Path of the program made of <c>bare.c</c>.</param>
    /// <param name="images">Folder of the built images.</param>
    /// <param name="input">Standard input of each run.</param>
    /// <param name="tests">Runs of a submission.</param>
    /// <param name="slots">Submissions at work at once.</param>
    public BareSubmissions(string bare, string images, Language language, string source, string input, int tests, int slots)
    {
        var root = Path.Combine(images, language.Image, "rootfs");
        var commands = Enumerable.Range(0, slots).Select(_ => Place(root, language, source)).ToList();
        _whole.AddRange(
            commands.Select(work => BareMachine.Start(bare, root, input, [work.Compile, .. Enumerable.Repeat(work.Run, tests)]))
        );
        _compile = BareMachine.Start(bare, root, input, commands[0].Compile);
    }

    /// <returns>Milliseconds of one, with nothing beside it.</returns>
    public double Alone() => _whole[0].Take();

    /// <returns>Milliseconds of one compile, with nothing beside it.</returns>
    public double Compile() => _compile.Take();

    /// <returns>Submissions a second, while all slots work on so many.</returns>
    public async Task<double> RateAsync(int count)
    {
        var left = count;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            _whole.Select(machine =>
                Task.Run(() =>
                {
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        machine.Take();
                    }
                })
            )
        );
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _compile.Dispose();
        _whole.ForEach(machine => machine.Dispose());
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    /// <summary>Lays the source below the image's root, so that the same compiler compiles it.</summary>
    private (IReadOnlyList<string> Compile, IReadOnlyList<string> Run) Place(string root, Language language, string source)
    {
        var box = $"/box/bench-{Guid.NewGuid():N}";
        var folder = Directory.CreateDirectory($"{root}{box}").FullName;
        _folders.Add(folder);
        File.WriteAllText(Path.Combine(folder, language.Source), source);
        return (In(box, Compiler.CompileCommand(language, SourceSet.OfOne(language.Source, default))), In(box, RunCommand(language)));
    }

    private static IEnumerable<string> RunCommand(Language language) =>
        language.Run.Select(word => word.Replace("{source}", $"/prog/{language.Source}"));

    /// <summary>A command that finds in one folder what a box has in two.</summary>
    private static IReadOnlyList<string> In(string folder, IEnumerable<string> command) =>
        [.. command.Select(word => word.Replace("/prog", "/box").Replace("/box", folder))];
}
