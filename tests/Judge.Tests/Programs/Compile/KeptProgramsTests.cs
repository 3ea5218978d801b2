using System.Text;
using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Sandbox;
using Judge.Score;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Programs.Compile;

public sealed class KeptProgramsTests : IDisposable
{
    private const long Budget = 10_000;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kept");
    private readonly FakeTimeProvider _clock = TestClock.New();

    private string Folder => Path.Combine(_root.FullName, "programs");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public KeptProgramsTests() => Build("pascal", "1");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_same_source_is_compiled_once_also_by_the_next_run_of_the_node()
    {
        var box = new ScriptedBox(Left(3, "Warning: unused"));
        var first = await CompileAsync(box, Open());
        var again = await CompileAsync(box, Open());
        Assert.Single(box.Walls);
        Assert.Equal((CompileFault.None, first.Message), (again.Fault, again.Message));
        Assert.Equal("Warning: unused", again.Message);
        Assert.Equal(Bytes(first), Bytes(again));
        Assert.Equal(["main.pas", "main", "main"], box.Put);
    }

    [Fact]
    public async Task Another_source_image_build_command_or_environment_is_another_program()
    {
        var (language, sources) = (Some.Language(), SourceSet.OfOne("main.pas", "begin end."u8.ToArray()));
        var kept = Open();
        var keys = new List<string>
        {
            kept.KeyOf(language, sources),
            kept.KeyOf(language, SourceSet.OfOne("main.pas", "begin end. "u8.ToArray())),
            kept.KeyOf(language, SourceSet.OfOne("other.pas", "begin end."u8.ToArray())),
            kept.KeyOf(language with { Compile = [.. language.Compile, "-O3"] }, sources),
            kept.KeyOf(language with { Environment = ["A=B"] }, sources),
            kept.KeyOf(language with { Id = "other" }, sources),
        };
        Build(language.Image, "2");
        keys.Add(kept.KeyOf(language, sources));
        Build(language.Image, "2", _clock.GetUtcNow().AddDays(1));
        keys.Add(kept.KeyOf(language, sources));
        Assert.Equal(keys.Count, keys.Distinct().Count());

        var box = new ScriptedBox(Left(3), Left(3));
        await CompileAsync(box, kept);
        Build(language.Image, "3");
        await CompileAsync(box, kept);
        Assert.Equal(2, box.Walls.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(-1)]
    public async Task A_program_that_is_damaged_is_compiled_again(int at)
    {
        var box = new ScriptedBox(Left(3), Left(3));
        var first = await CompileAsync(box, Open());
        var file = Assert.Single(Directory.GetFiles(Folder));
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[at < 0 ? bytes.Length - 1 : at] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
        Assert.Equal(Bytes(first), Bytes(await CompileAsync(box, Open())));
        Assert.Equal(2, box.Walls.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_program_that_is_cut_off_or_gone_is_compiled_again(int length)
    {
        var box = new ScriptedBox(Left(3), Left(3), Left(3));
        var kept = Open();
        await CompileAsync(box, kept);
        var file = Assert.Single(Directory.GetFiles(Folder));
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Ct))[..length], Ct);
        await CompileAsync(box, kept);
        File.Delete(file);
        await CompileAsync(box, kept);
        Assert.Equal(3, box.Walls.Count);
    }

    [Fact]
    public async Task What_does_not_fit_goes_the_longest_unused_first()
    {
        var kept = Open();
        var box = new ScriptedBox([.. Enumerable.Repeat(Left(2_900), 5)]);
        foreach (var source in new[] { "a", "b", "c" })
        {
            await CompileAsync(box, kept, source);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await CompileAsync(box, kept, "a");
        Assert.Equal(3, box.Walls.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await CompileAsync(box, kept, "d");
        Assert.True(Directory.GetFiles(Folder).Sum(file => new FileInfo(file).Length) <= Budget);
        await CompileAsync(box, kept, "a");
        Assert.Equal(4, box.Walls.Count);
        await CompileAsync(box, kept, "b");
        Assert.Equal(5, box.Walls.Count);
    }

    [Fact]
    public async Task What_is_larger_than_all_the_room_is_not_kept()
    {
        await CompileAsync(new ScriptedBox(Left((int)Budget)), Open());
        Assert.DoesNotContain(Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories), IsProgram);
    }

    [Fact]
    public async Task A_source_with_a_fault_is_not_kept()
    {
        var box = new ScriptedBox(Some.Execution() with { ExitCode = 1 }, Some.Execution() with { ExitCode = 1 });
        await CompileAsync(box, Open());
        Assert.Equal(CompileFault.Errors, (await CompileAsync(box, Open())).Fault);
        Assert.Equal(2, box.Walls.Count);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_it_is_compiled_each_time()
    {
        await File.WriteAllTextAsync(Folder, "a file where the folder should be", Ct);
        var box = new ScriptedBox(Left(3), Left(3));
        await CompileAsync(box, Open());
        Assert.NotNull((await CompileAsync(box, Open())).Program);
    }

    [Fact]
    public async Task An_interpreter_is_asked_once_whether_the_source_is_sound()
    {
        var python = Some.Language() with { Artifact = null, Run = ["/usr/bin/python3", "{source}"] };
        var box = new ScriptedBox(Some.Execution());
        await CompileAsync(box, Open(), "print(1)", python);
        var again = await CompileAsync(box, Open(), "print(1)", python);
        Assert.Equal(("main.pas", 1), (Assert.Single(again.Program!.Files).Key, box.Walls.Count));
    }

    [Fact]
    public async Task What_a_kill_has_left_half_written_goes()
    {
        Directory.CreateDirectory(Folder);
        var half = Path.Combine(Folder, "half.new");
        await File.WriteAllTextAsync(half, "", Ct);
        await CompileAsync(new ScriptedBox(Left(3)), Open());
        Assert.False(File.Exists(half));
    }

    private static bool IsProgram(string path) => ProgramKey.IsKey(Path.GetFileName(path));

    private KeptPrograms Open() => new(Folder, _root.FullName, Budget, _clock, NullLogger<KeptPrograms>.Instance);

    private void Build(string image, string stamp, DateTimeOffset? at = null)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_root.FullName, image)).FullName, "stamp");
        File.WriteAllText(file, stamp);
        File.SetLastWriteTimeUtc(file, (at ?? _clock.GetUtcNow()).UtcDateTime);
    }

    private static Execution Left(int bytes, string words = "") =>
        Some.Execution() with
        {
            Stdout = Encoding.UTF8.GetBytes(words),
            Files = new Dictionary<string, ReadOnlyMemory<byte>> { ["main"] = Enumerable.Repeat((byte)7, bytes).ToArray() },
        };

    private static byte[] Bytes(Compilation compilation)
    {
        using var file = compilation.Program!.Files["main"].OpenRead();
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }

    private static Task<Compilation> CompileAsync(ScriptedBox box, KeptPrograms kept, string source = "x", Language? language = null)
    {
        var spoken = language ?? Some.Language();
        var sources = SourceSet.OfOne(spoken.Source, Encoding.UTF8.GetBytes(source));
        return Compiler.CompileAsync(box, spoken, sources, Compiler.LimitsOf(spoken), Ct, kept);
    }
}
