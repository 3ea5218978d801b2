using Judge.Sandbox;
using Support;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>
/// Boxes of the author beside entrants' boxes, and slots that are idle. Each box has a user id of its own, by which it is told.
/// </summary>
public abstract class CompanionContract(SandboxKindName kind)
{
    private const string WhereAmI = "import os; print(os.getuid(), sorted(os.sched_getaffinity(0)))";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_every_slot_taken_each_box_still_gets_companions_on_its_own_core()
    {
        await using var sandbox = await StartAsync(slots: 2);
        await using var one = await sandbox.OpenAsync("python", 0, Token);
        await using var other = await sandbox.OpenAsync("python", 0, Token);
        foreach (var box in new[] { one, other })
        {
            await using var first = await box.OpenCompanionAsync("python", 0, Token);
            await using var second = await box.OpenCompanionAsync("python", 0, Token);
            string[][] told = [await AskAsync(box), await AskAsync(first), await AskAsync(second)];
            Assert.Equal(3, told.Select(t => t[0]).Distinct().Count());
            Assert.Single(told.Select(t => t[1]).Distinct());
        }
    }

    [Fact]
    public async Task A_companion_runs_while_its_box_runs()
    {
        await using var sandbox = await StartAsync(slots: 1);
        await using var box = await sandbox.OpenAsync("python", 0, Token);
        await using var companion = await box.OpenCompanionAsync("python", 0, Token);
        await box.PutAsync("main.py", Text("import time; time.sleep(30)"), Token);
        using var enough = new CancellationTokenSource();
        var sleeper = box.RunAsync(Python(), Usual with { Wall = TimeSpan.FromSeconds(60) }, enough.Token);
        await AskAsync(companion);
        Assert.False(sleeper.IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleeper);
    }

    [Fact]
    public async Task Boxes_of_the_author_are_used_again_and_never_by_an_entrant()
    {
        await using var sandbox = await StartAsync(slots: 1);
        var entrants = new HashSet<string>();
        var author = new HashSet<string>();
        for (var i = 0; i < 4; i++)
        {
            await using var box = await sandbox.OpenAsync("python", 0, Token);
            await using var companion = await box.OpenCompanionAsync("python", 0, Token);
            entrants.Add((await AskAsync(box))[0]);
            author.Add((await AskAsync(companion))[0]);
        }

        Assert.Single(author);
        Assert.Empty(entrants.Intersect(author));
    }

    [Fact]
    public async Task A_companion_is_given_back_with_its_box()
    {
        await using var sandbox = await StartAsync(slots: 1);
        var box = await sandbox.OpenAsync("python", 0, Token);
        var companion = await box.OpenCompanionAsync("python", 0, Token);
        await box.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => companion.RunAsync(Python(), Usual, Token));
    }

    [Fact]
    public async Task A_slot_is_idle_only_while_nobody_has_it_or_waits_for_it()
    {
        await using var sandbox = await StartAsync(slots: 1);
        var idle = await sandbox.TryOpenIdleAsync("python", 0, Token);
        Assert.NotNull(idle);
        Assert.Null(await sandbox.TryOpenIdleAsync("python", 0, Token));
        Assert.False(sandbox.IsWanted);

        var waiting = sandbox.OpenAsync("python", 0, Token);
        Assert.True(sandbox.IsWanted);
        await idle.DisposeAsync();
        await using var next = await waiting;
        Assert.False(sandbox.IsWanted);
        Assert.Null(await sandbox.TryOpenIdleAsync("python", 0, Token));
    }

    /// <summary>The box's user id and cores.</summary>
    private static async Task<string[]> AskAsync(IBox box)
    {
        await box.PutAsync("main.py", Text(WhereAmI), Token);
        return Said(await box.RunAsync(Python(), Usual, Token)).Split(' ', 2);
    }

    private Task<ISandbox> StartAsync(int slots) =>
        SandboxFixture.StartAsync(
            SandboxFixture.Options(Enum.Parse<SandboxKind>(kind.ToString())) with
            {
                Slots = slots,
                UsesPerBox = 1000,
                IdleBeforeFresh = TimeSpan.FromMinutes(5),
            }
        );
}

public sealed class DockerCompanions() : CompanionContract(SandboxKindName.Docker);

public sealed class BubblewrapCompanions() : CompanionContract(SandboxKindName.Bubblewrap);
