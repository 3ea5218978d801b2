using Judge.Sandbox;
using Support;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>When a box is used again, and when not. Each box has a user id of its own, by which a program can tell.</summary>
public abstract class RecyclingContract(SandboxKindName kind)
{
    private const string WhoAmI = "import os; print(os.getuid())";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_is_used_again_at_once_but_not_more_often_than_allowed()
    {
        await using var sandbox = await StartAsync(usesPerBox: 3, idle: TimeSpan.FromMinutes(5));
        await using (await sandbox.OpenAsync("python", 0, Token)) { }

        var seen = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            seen.Add(await AskAsync(sandbox));
        }

        Assert.All(seen.CountBy(s => s), s => Assert.InRange(s.Value, 1, 3));
        Assert.InRange(seen.Distinct().Count(), 2, 3);
    }

    [Fact]
    public async Task A_used_box_that_nobody_wants_is_replaced_by_a_fresh_one()
    {
        await using var sandbox = await StartAsync(usesPerBox: 1000, idle: TimeSpan.FromMilliseconds(1));
        var first = await AskAsync(sandbox);
        for (var i = 0; i < 100 && await AskAsync(sandbox) == first; i++)
        {
            await Task.Delay(50, Token);
        }

        Assert.NotEqual(first, await AskAsync(sandbox));
    }

    [Theory]
    [InlineData("blocks = [bytearray(8 << 20) for _ in range(1000)]", nameof(Ending.MemoryLimit))]
    [InlineData("import os; os.fork() or os.setsid()", nameof(Ending.Exited))]
    [InlineData("import time; time.sleep(9)", nameof(Ending.WallLimit))]
    public async Task After_anything_unusual_a_box_is_not_used_again(string unusual, string ending)
    {
        await using var sandbox = await StartAsync(usesPerBox: 1000, idle: TimeSpan.FromMinutes(5));
        var first = await AskAsync(sandbox);
        Assert.Equal(first, await AskAsync(sandbox));
        var limits = Usual with { Processes = 4, Wall = ending == nameof(Ending.WallLimit) ? TimeSpan.FromSeconds(1) : Usual.Wall };
        Assert.Equal(ending, (await RunPythonAsync(sandbox, unusual, limits: limits)).Ending.ToString());
        Assert.NotEqual(first, await AskAsync(sandbox));
    }

    private static async Task<string> AskAsync(ISandbox sandbox) => Said(await RunPythonAsync(sandbox, WhoAmI));

    private Task<ISandbox> StartAsync(int usesPerBox, TimeSpan idle) =>
        SandboxFixture.StartAsync(
            SandboxFixture.Options(Enum.Parse<SandboxKind>(kind.ToString())) with
            {
                Slots = 1,
                UsesPerBox = usesPerBox,
                IdleBeforeFresh = idle,
            }
        );
}

public sealed class DockerRecycling() : RecyclingContract(SandboxKindName.Docker);

public sealed class BubblewrapRecycling() : RecyclingContract(SandboxKindName.Bubblewrap);
