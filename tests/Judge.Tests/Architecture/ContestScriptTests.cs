using System.Diagnostics;
using Support;

namespace Judge.Tests.Architecture;

/// <summary>What the script says before it does anything.</summary>
public sealed class ContestScriptTests
{
    [Fact]
    public async Task Help_has_a_line_for_each_command()
    {
        var (code, said, _) = await RunAsync("help");
        Assert.Equal(0, code);
        var commands = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')[1]);
        Assert.Equal(
            [
                "help",
                "up",
                "judge",
                "import",
                "export",
                "grade",
                "verify",
                "kodu",
                "work",
                "cluster",
                "test",
                "quick",
                "check",
                "watch",
                "bench",
                "drill",
                "shots",
                "clean",
            ],
            commands
        );
    }

    [Theory]
    [InlineData("'upp'", "upp")]
    [InlineData("--port takes a number", "up", "--port", "port")]
    [InlineData("--port takes a number", "up", "--port", "65536")]
    [InlineData("--port takes a number", "up", "--port")]
    [InlineData("'--quiet'", "up", "--quiet")]
    [InlineData("watch knows only", "watch", "--quiet")]
    [InlineData("shots takes the folder", "shots")]
    [InlineData("cluster try knows", "cluster", "try", "--arenas", "many")]
    [InlineData("at least one arena", "cluster", "try", "--arenas", "0")]
    public async Task What_it_does_not_understand_is_told_in_a_sentence(string sentence, params string[] words)
    {
        var (code, _, complained) = await RunAsync(words);
        Assert.Equal(1, code);
        Assert.Contains(sentence, complained, StringComparison.Ordinal);
        Assert.Single(complained.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>From another folder, as people do.</summary>
    private static async Task<(int Code, string Said, string Complained)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "contest"), words)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await complained);
    }
}
