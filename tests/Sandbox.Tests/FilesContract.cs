using System.Text;
using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>What goes in and comes out, the same on every kind of box.</summary>
public abstract class FilesContract(Boxes boxes)
{
    private ISandbox Sandbox => boxes.Sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_megabytes_go_in_from_a_file_and_come_out()
    {
        var path = Path.GetTempFileName();
        try
        {
            var big = new byte[10 << 20];
            new Random(7).NextBytes(big);
            await File.WriteAllBytesAsync(path, big, Token);
            await using var box = await OpenPythonAsync(Sandbox, "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())");
            var e = await box.RunAsync(Python() with { Stdin = Content.OfFile(path) }, Usual, Token);
            Assert.Equal(Ending.Exited, e.Ending);
            Assert.True(e.Stdout.Span.SequenceEqual(big));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Standard_input_is_empty_when_nothing_is_given() =>
        Assert.Equal("0\n", Said(await RunPythonAsync(Sandbox, "import sys; print(len(sys.stdin.read()))")));

    [Fact]
    public async Task The_program_sees_the_environment_that_was_given_and_no_other()
    {
        await using var box = await OpenPythonAsync(Sandbox, "import os; print(sorted(os.environ.items()), os.getcwd())");
        var e = await box.RunAsync(Python() with { Environment = ["A=1", "B=x y"] }, Usual, Token);
        Assert.Equal("[('A', '1'), ('B', 'x y')] /box\n", Said(e).Replace(", ('LC_CTYPE', 'C.UTF-8')", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Input_files_belong_to_the_program_and_output_files_come_back()
    {
        await using var box = await OpenPythonAsync(
            Sandbox,
            "n = int(open('BAI1.INP').read()); open('BAI1.OUT', 'w').write(str(n * 2)); open('BAI1.INP', 'a')"
        );
        var command = Python() with
        {
            Files = new Dictionary<string, Content> { ["BAI1.INP"] = Text("21") },
            Collect = ["BAI1.OUT"],
        };
        var e = await box.RunAsync(command, Usual, Token);
        Assert.Equal("42", Encoding.UTF8.GetString(e.Files["BAI1.OUT"].Span));
    }

    [Theory]
    [InlineData("bai1.out", "x")]
    [InlineData("Bai1.Out", "x")]
    [InlineData("BAI1.OUT", "x")]
    public async Task Output_files_are_found_in_any_letter_case(string written, string content)
    {
        await using var box = await OpenPythonAsync(Sandbox, $"open('{written}', 'w').write('{content}')");
        var e = await box.RunAsync(Python() with { Collect = ["BAI1.OUT"] }, Usual, Token);
        Assert.Equal(content, Encoding.UTF8.GetString(e.Files["BAI1.OUT"].Span));
    }

    [Fact]
    public async Task The_exact_name_is_preferred()
    {
        await using var box = await OpenPythonAsync(Sandbox, "[open(n, 'w').write(n) for n in ('a.out', 'A.OUT', 'A.out')]");
        var e = await box.RunAsync(Python() with { Collect = ["A.OUT"] }, Usual, Token);
        Assert.Equal("A.OUT", Encoding.UTF8.GetString(e.Files["A.OUT"].Span));
    }

    [Fact]
    public async Task Links_folders_and_missing_files_do_not_come_back()
    {
        await using var box = await OpenPythonAsync(
            Sandbox,
            "import os; os.symlink('/prog/main.py', 'link'); os.mkdir('folder'); open('locked', 'w').close(); os.chmod('locked', 0)"
        );
        var e = await box.RunAsync(Python() with { Collect = ["link", "folder", "missing", "locked"] }, Usual, Token);
        Assert.Equal(Ending.Exited, e.Ending);
        Assert.Empty(e.Files);
    }

    [Fact]
    public async Task An_output_file_over_the_limit_does_not_come_back()
    {
        await using var box = await OpenPythonAsync(Sandbox, "open('a', 'w').truncate(2000)");
        var e = await box.RunAsync(Python() with { Collect = ["a"] }, Usual with { OutputBytes = 1000 }, Token);
        Assert.Equal(Ending.OutputLimit, e.Ending);
        Assert.Empty(e.Files);
    }

    [Fact]
    public async Task Nothing_of_one_run_is_there_for_the_next()
    {
        const string Leave = """
            import os
            print(sorted(os.listdir('/box')))
            os.makedirs('a/b/c'); open('a/b/c/d', 'w').write('x'); open('.hidden', 'w').write('y'); os.chmod('a/b', 0); os.chmod('a', 0)
            """;
        await using var box = await OpenPythonAsync(Sandbox, Leave);
        Assert.Equal("[]\n", Said(await box.RunAsync(Python(), Usual, Token)));
        Assert.Equal("[]\n", Said(await box.RunAsync(Python(), Usual, Token)));
    }

    [Fact]
    public async Task Nothing_of_one_use_is_there_for_the_next()
    {
        for (var i = 0; i < 2 * Sandbox.Slots; i++)
        {
            await using var box = await OpenPythonAsync(Sandbox, "import os; print(os.listdir('/prog'))");
            await box.PutAsync("more" + i, Text("x"), Token);
            Assert.Equal(
                $"['main.py', 'more{i}']\n",
                Said(await box.RunAsync(Python(), Usual, Token))
                    .Replace($"['more{i}', 'main.py']", $"['main.py', 'more{i}']", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_file_that_is_put_again_replaces_the_first()
    {
        await using var box = await OpenPythonAsync(Sandbox, "print(1)");
        await box.PutAsync("main.py", Text("print(2)"), Token);
        Assert.Equal("2\n", Said(await box.RunAsync(Python(), Usual, Token)));
    }
}

public sealed class DockerFiles(DockerBoxesFixture boxes) : FilesContract(boxes);

public sealed class BubblewrapFiles(BubblewrapBoxesFixture boxes) : FilesContract(boxes);
