using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Opening, failing and giving back, the same on every kind of box.</summary>
public abstract class UseContract(Boxes boxes)
{
    private ISandbox Sandbox => boxes.Sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_more_than_there_are_slots_waits_for_one_to_be_given_back()
    {
        var open = new List<IBox>();
        for (var i = 0; i < Sandbox.Slots; i++)
        {
            open.Add(await Sandbox.OpenAsync("python", Usual.MemoryBytes, Token));
        }

        var next = Sandbox.OpenAsync("python", Usual.MemoryBytes, Token);
        Assert.False(next.IsCompleted);
        await open[0].DisposeAsync();
        open[0] = await next.WaitAsync(TimeSpan.FromSeconds(20), Token);
        foreach (var box in open)
        {
            await box.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_unknown_image_is_the_sandboxs_fault() =>
        await Assert.ThrowsAsync<SandboxException>(() => Sandbox.OpenAsync("no-such-image", Usual.MemoryBytes, Token));

    [Fact]
    public async Task A_missing_interpreter_is_the_sandboxs_fault_and_the_next_box_works()
    {
        await using (var box = await Sandbox.OpenAsync("python", Usual.MemoryBytes, Token))
        {
            await Assert.ThrowsAsync<SandboxException>(() => box.RunAsync(new Command { Arguments = ["/usr/bin/missing"] }, Usual, Token));
        }

        Assert.Equal("1\n", Said(await RunPythonAsync(Sandbox, "print(1)")));
    }

    [Fact]
    public async Task A_program_that_is_none_fails_by_itself()
    {
        await using var box = await Sandbox.OpenAsync("python", Usual.MemoryBytes, Token);
        await box.PutAsync("main", Text("this is no program"), Token);
        var e = await box.RunAsync(Pascal(), Usual, Token);
        Assert.Equal((Ending.Exited, 127), (e.Ending, e.ExitCode));
        Assert.Contains("Exec format error", Complained(e), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_its_box_and_the_next_box_works()
    {
        using var cancel = new CancellationTokenSource();
        await using (var box = await OpenPythonAsync(Sandbox, "import time; time.sleep(5)"))
        {
            var run = box.RunAsync(Python(), Usual, cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        Assert.Equal("1\n", Said(await RunPythonAsync(Sandbox, "print(1)")));
    }

    [Fact]
    public async Task Many_runs_in_one_box_all_answer()
    {
        await using var box = await OpenPascalAsync(Sandbox, "var n: longint; begin read(n); writeln(n + 1) end.");
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal($"{i + 1}\n", Said(await box.RunAsync(Pascal($"{i}\n"), Usual, Token)));
        }
    }

    [Fact]
    public async Task Arguments_may_hold_anything_but_nul()
    {
        await using var box = await OpenPythonAsync(Sandbox, "import sys; print(sys.argv[1:])");
        var command = Python();
        var e = await box.RunAsync(command with { Arguments = [.. command.Arguments, "a b", "", "dòng\nmới", "=:"] }, Usual, Token);
        Assert.Equal("['a b', '', 'dòng\\nmới', '=:']\n", Said(e));
    }
}

public sealed class DockerUse(DockerBoxesFixture boxes) : UseContract(boxes);

public sealed class BubblewrapUse(BubblewrapBoxesFixture boxes) : UseContract(boxes);
