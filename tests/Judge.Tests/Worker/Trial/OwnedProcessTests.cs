using System.Diagnostics;
using Judge.Worker.Trial;

namespace Judge.Tests.Worker.Trial;

public sealed class OwnedProcessTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task What_a_program_says_is_heard_and_its_settings_reach_it()
    {
        var said = new List<string>();
        await using var program = await OwnedProcess.StartAsync(
            ["sh", "-c", "echo one; echo $WORD >&2"],
            "KILL",
            new Dictionary<string, string> { ["WORD"] = "two" },
            said.Add
        );
        await program.WaitAsync();
        Assert.Equal(["one", "two"], said);
    }

    [Fact]
    public async Task A_program_ends_when_its_owner_lets_go_even_while_it_stands_still()
    {
        var program = await OwnedProcess.StartAsync(["sleep", "1000"], "KILL", Nothing, _ => { });
        using var seen = Process.GetProcessById(program.Id);
        await program.SignalAsync("STOP");
        await program.DisposeAsync();
        Assert.True(seen.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_program_that_was_killed_has_exited()
    {
        await using var program = await OwnedProcess.StartAsync(["sleep", "1000"], "KILL", Nothing, _ => { });
        Assert.False(program.HasExited);
        await program.EndAsync("KILL");
        Assert.True(program.HasExited);
    }
}
