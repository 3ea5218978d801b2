using System.Text;
using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>One level of folders, in /box and in /prog.</summary>
public abstract class FoldersContract(Boxes boxes)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_go_into_folders_and_whole_folders_come_back()
    {
        const string Feedback = """
            import os
            print(open('in/a.txt').read(), os.listdir('feedback'))
            open('feedback/score.txt', 'w').write('0.5'); open('feedback/dòng.txt', 'w').write('x'); open('out.txt', 'w').write('y')
            """;
        var e = await RunAsync(
            Feedback,
            Usual,
            ["feedback/*", "OUT.TXT"],
            folders: ["feedback"],
            files: new() { ["in/a.txt"] = Text("1") }
        );
        Assert.Equal("1 []\n", Said(e));
        Assert.Equal(["OUT.TXT=y", "feedback/dòng.txt=x", "feedback/score.txt=0.5"], Told(e));
    }

    [Fact]
    public async Task A_file_in_a_folder_is_found_in_any_letter_case()
    {
        var e = await RunAsync(
            "import os; os.mkdir('Sub'); open('Sub/A.Txt', 'w').write('1')",
            Usual,
            ["sub/a.txt", "sub/missing", "none/a.txt"]
        );
        Assert.Equal(["sub/a.txt=1"], Told(e));
    }

    [Fact]
    public async Task Only_regular_files_of_the_folder_itself_come_back()
    {
        const string Traps = """
            import os
            os.symlink('/prog/main.py', 'feedback/link'); os.makedirs('feedback/sub/deep'); open('feedback/sub/file', 'w')
            open('feedback/locked', 'w'); os.chmod('feedback/locked', 0); open('feedback/good', 'w').write('1')
            os.symlink('/prog', 'others')
            """;
        var e = await RunAsync(Traps, Usual, ["feedback/*", "others/*", "others/main.py", "feedback/sub"], folders: ["feedback"]);
        Assert.Equal((Ending.Exited, 0), (e.Ending, e.ExitCode));
        Assert.Equal(["feedback/good=1"], Told(e));
    }

    [Theory]
    [InlineData(64, 1, false, 64)]
    [InlineData(65, 1, true, 63)]
    [InlineData(10, 100, false, 10)]
    [InlineData(11, 100, true, 10)]
    public async Task A_folder_has_limits_of_number_and_size(int files, int bytes, bool over, int told)
    {
        var e = await RunAsync(
            $"for i in range({files}): open('feedback/%d' % i, 'w').write('x' * {bytes})",
            Usual with
            {
                OutputBytes = 1000,
            },
            ["feedback/*"],
            folders: ["feedback"]
        );
        Assert.Equal((over ? Ending.OutputLimit : Ending.Exited, told), (e.Ending, e.Files.Count));
    }

    [Fact]
    public async Task Many_sources_go_into_prog_and_are_gone_with_the_use()
    {
        var sources = Enumerable.Range(0, 200).ToDictionary(i => $"part/m{i}.py", i => Text($"x = {i}"));
        for (var i = 0; i < 2 * boxes.Sandbox.Slots; i++)
        {
            await using var box = await OpenPythonAsync(
                boxes.Sandbox,
                "import os, sys; print(sorted(os.listdir('/prog'))); sys.path.insert(0, '/prog'); import part.m199; print(part.m199.x)"
            );
            Assert.Contains("['main.py']", Said(await box.RunAsync(Python(), Usual, Token)), StringComparison.Ordinal);
            await box.PutAsync(sources, Token);
            await box.PutAsync(sources, Token);
            Assert.Equal("['main.py', 'part']\n199\n", Said(await box.RunAsync(Python(), Usual, Token)));
        }
    }

    private static IEnumerable<string> Told(Execution e) =>
        e.Files.Select(f => $"{f.Key}={Encoding.UTF8.GetString(f.Value.Span)}").Order(StringComparer.Ordinal);

    private async Task<Execution> RunAsync(
        string source,
        Limits limits,
        IReadOnlyList<string> collect,
        IReadOnlyList<string>? folders = null,
        Dictionary<string, Content>? files = null
    )
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, source);
        return await box.RunAsync(Python() with { Collect = collect, Folders = folders ?? [], Files = files ?? [] }, limits, Token);
    }
}

public sealed class DockerFolders(DockerBoxesFixture boxes) : FoldersContract(boxes);

public sealed class BubblewrapFolders(BubblewrapBoxesFixture boxes) : FoldersContract(boxes);
