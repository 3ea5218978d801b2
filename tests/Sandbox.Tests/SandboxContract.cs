using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>What every kind of box promises.</summary>
public abstract class SandboxContract(Boxes boxes)
{
    private const string Sum = "var a, b: longint; begin read(a, b); writeln(a + b) end.";

    private ISandbox Sandbox => boxes.Sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_compiled_program_reads_its_input_and_answers()
    {
        await using var box = await OpenPascalAsync(Sandbox, Sum);
        var e = await box.RunAsync(Pascal("40 2\n"), Usual, Token);
        Assert.Equal((Ending.Exited, 0, "42\n"), (e.Ending, e.ExitCode, Said(e)));
        Assert.Equal(1, e.Processes);
        Assert.InRange(e.MemoryBytes, 1, 4L << 20);
        Assert.InRange(e.Cpu, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task The_exit_code_is_told()
    {
        var e = await RunPythonAsync(Sandbox, "raise SystemExit(7)");
        Assert.Equal((Ending.Exited, 7, 0), (e.Ending, e.ExitCode, e.Signal));
    }

    [Fact]
    public async Task The_signal_is_told()
    {
        var e = await RunPythonAsync(Sandbox, "import os; os.kill(os.getpid(), 6)");
        Assert.Equal((Ending.Signaled, 0, 6), (e.Ending, e.ExitCode, e.Signal));
    }

    [Fact]
    public async Task Standard_error_is_kept_apart_and_cut_at_4_KB()
    {
        var e = await RunPythonAsync(Sandbox, "import sys; sys.stderr.write('x' * 10000); print('ok')");
        Assert.Equal("ok\n", Said(e));
        Assert.Equal(new string('x', 4096), Complained(e));
    }

    [Fact]
    public async Task Standard_error_can_go_into_standard_output()
    {
        await using var box = await OpenPythonAsync(Sandbox, "import sys; sys.stderr.write('a'); sys.stderr.flush(); print('b')");
        var e = await box.RunAsync(Python() with { MergeStderr = true }, Usual, Token);
        Assert.Equal("ab\n", Said(e));
        Assert.Empty(e.Stderr.ToArray());
    }
}

public sealed class DockerContract(DockerBoxesFixture boxes) : SandboxContract(boxes);

public sealed class BubblewrapContract(BubblewrapBoxesFixture boxes) : SandboxContract(boxes);
