using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Limits and measurements, the same on every kind of box.</summary>
public abstract class LimitsContract(Boxes boxes)
{
    private const long Megabyte = 1L << 20;

    private ISandbox Sandbox => boxes.Sandbox;

    [Fact]
    public async Task A_busy_program_is_stopped_at_its_cpu_limit()
    {
        var e = await RunPythonAsync(Sandbox, "while True: pass", limits: Usual with { Cpu = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(Ending.CpuLimit, e.Ending);
        Assert.InRange(e.Cpu.TotalSeconds, 0.5, 0.9);
    }

    [Fact]
    public async Task A_sleeping_program_is_stopped_at_its_wall_limit()
    {
        var e = await RunPythonAsync(Sandbox, "import time; time.sleep(60)", limits: Usual with { Wall = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(Ending.WallLimit, e.Ending);
        Assert.InRange(e.Wall.TotalSeconds, 0.5, 3);
        Assert.InRange(e.Cpu.TotalSeconds, 0, 0.4);
    }

    [Fact]
    public async Task A_program_that_ends_in_time_is_told_what_it_used()
    {
        var e = await RunPythonAsync(Sandbox, "import time\nwhile time.process_time() < 0.3: pass");
        Assert.Equal(Ending.Exited, e.Ending);
        Assert.InRange(e.Cpu.TotalSeconds, 0.29, 0.6);
        Assert.True(e.Wall >= e.Cpu - TimeSpan.FromMilliseconds(20), $"wall {e.Wall}, cpu {e.Cpu}");
    }

    [Fact]
    public async Task Cpu_time_of_children_and_threads_counts()
    {
        const string Busy = """
            import os, time
            for i in range(3):
                if os.fork() == 0:
                    while time.process_time() < 0.2: pass
                    os._exit(0)
            for i in range(3): os.wait()
            """;
        var e = await RunPythonAsync(Sandbox, Busy, limits: Usual with { Processes = 8 });
        Assert.Equal(Ending.Exited, e.Ending);
        Assert.InRange(e.Cpu.TotalSeconds, 0.58, 1.2);
    }

    [Fact]
    public async Task Peak_memory_is_read_to_a_few_megabytes()
    {
        var python = await RunPythonAsync(Sandbox, "b = bytearray(100 << 20); del b");
        Assert.InRange(python.MemoryBytes, 100 * Megabyte, 125 * Megabyte);
        await using var box = await OpenPascalAsync(Sandbox, "var a: array[1..104857600] of byte; begin fillchar(a, sizeof(a), 1) end.");
        var pascal = await box.RunAsync(Pascal(), Usual, TestContext.Current.CancellationToken);
        Assert.Equal(Ending.Exited, pascal.Ending);
        Assert.InRange(pascal.MemoryBytes, 100 * Megabyte, 104 * Megabyte);
    }

    [Fact]
    public async Task Memory_that_is_declared_but_not_touched_does_not_count()
    {
        await using var box = await OpenPascalAsync(Sandbox, "var a: array[1..1000000000] of byte; begin a[1] := 1; writeln(a[1]) end.");
        var e = await box.RunAsync(Pascal(), Usual with { MemoryBytes = 64 * Megabyte }, TestContext.Current.CancellationToken);
        Assert.Equal((Ending.Exited, "1\n"), (e.Ending, Said(e)));
    }

    [Fact]
    public async Task More_memory_than_the_limit_is_told_even_when_the_program_goes_on()
    {
        var e = await RunPythonAsync(Sandbox, "b = bytearray(80 << 20); print('ok')", limits: Usual with { MemoryBytes = 64 * Megabyte });
        Assert.Equal(Ending.MemoryLimit, e.Ending);
    }

    /// <summary>The C library hands out huge pages where the kernel has them, and no program is much larger for it.</summary>
    [Fact]
    public async Task A_Python_program_with_huge_pages_takes_a_few_megabytes_more_at_most()
    {
        const string Lists = "rows = [[0] * 1000 for _ in range(6000)]; big = bytearray(20 << 20)";
        await using var box = await OpenPythonAsync(Sandbox, Lists);
        var usual = await box.RunAsync(Python(), Usual, TestContext.Current.CancellationToken);
        var huge = await box.RunAsync(
            Python() with
            {
                Environment = [.. Command.UsualEnvironment, "GLIBC_TUNABLES=glibc.malloc.hugetlb=1"],
            },
            Usual,
            TestContext.Current.CancellationToken
        );
        Assert.Equal((Ending.Exited, Ending.Exited), (usual.Ending, huge.Ending));
        Assert.InRange(huge.MemoryBytes - usual.MemoryBytes, -Megabyte, 4 * Megabyte);
    }

    [Fact]
    public async Task A_box_can_be_opened_with_much_memory()
    {
        await using var box = await Sandbox.OpenAsync("python", 1024 * Megabyte, TestContext.Current.CancellationToken);
        await box.PutAsync("main.py", Text("b = bytearray(800 << 20); print(len(b))"), TestContext.Current.CancellationToken);
        var e = await box.RunAsync(Python(), Usual with { MemoryBytes = 1024 * Megabyte }, TestContext.Current.CancellationToken);
        Assert.Equal((Ending.Exited, "838860800\n"), (e.Ending, Said(e)));
    }

    [Fact]
    public async Task Deep_recursion_may_use_the_whole_memory_as_stack()
    {
        const string Deep = """
            function depth(n: longint): int64;
            begin if n = 0 then depth := 0 else depth := depth(n - 1) + 1 end;
            begin writeln(depth(2000000)) end.
            """;
        await using var box = await OpenPascalAsync(Sandbox, Deep);
        var e = await box.RunAsync(Pascal(), Usual, TestContext.Current.CancellationToken);
        Assert.Equal((Ending.Exited, "2000000\n"), (e.Ending, Said(e)));
    }

    [Fact]
    public async Task Output_over_the_limit_is_cut_and_told()
    {
        var e = await RunPythonAsync(Sandbox, "print('x' * 3000000)", limits: Usual with { OutputBytes = 1000 });
        Assert.Equal((Ending.OutputLimit, 1000), (e.Ending, e.Stdout.Length));
        e = await RunPythonAsync(Sandbox, "print('x' * 999)", limits: Usual with { OutputBytes = 1000 });
        Assert.Equal((Ending.Exited, 1000), (e.Ending, e.Stdout.Length));
    }

    [Fact]
    public async Task A_file_cannot_grow_over_its_limit()
    {
        const string Grow = """
            f = open('/box/big', 'wb', buffering=0)
            written = 0
            try:
                while True: written += f.write(b'x' * 65536)
            except OSError as error: print(error.errno, written)
            """;
        var e = await RunPythonAsync(Sandbox, Grow, limits: Usual with { FileBytes = 20 * Megabyte });
        Assert.Equal($"27 {20 * Megabyte}\n", Said(e));
    }

    [Fact]
    public async Task One_process_cannot_become_two_unless_allowed()
    {
        const string Fork = "import os\ntry: print(os.fork() >= 0)\nexcept OSError as e: print(e.errno)";
        Assert.Equal("11\n", Said(await RunPythonAsync(Sandbox, Fork)));
        Assert.Equal("11\n", Said(await RunPythonAsync(Sandbox, Fork, threads: 16)));
        Assert.Contains("True", Said(await RunPythonAsync(Sandbox, Fork, limits: Usual with { Processes = 2 })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_may_start_as_many_threads_as_it_is_allowed()
    {
        const string Start = """
            import threading
            wait, started = threading.Event(), 1
            try:
                while started < 100:
                    threading.Thread(target=wait.wait).start()
                    started += 1
            except RuntimeError: pass
            wait.set()
            print(started)
            """;
        Assert.Equal("5\n", Said(await RunPythonAsync(Sandbox, Start, threads: 5)));
        Assert.Equal("1\n", Said(await RunPythonAsync(Sandbox, Start)));
    }

    [Fact]
    public async Task A_program_may_raise_the_limit_of_its_stack_and_memory_bounds_it_still()
    {
        const string Raise = """
            import resource, sys
            sys.setrecursionlimit(10**9)
            resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            class Deep:
                def __getattr__(self, name): return getattr(self, name + "x"[:0])
            print("raised", flush=True)
            Deep().a
            """;
        var e = await RunPythonAsync(Sandbox, Raise);
        Assert.Equal("raised\n", Said(e));
        Assert.Equal(Ending.MemoryLimit, e.Ending);
    }

    [Fact]
    public async Task Cpu_time_and_memory_of_threads_count()
    {
        const string Busy = """
            import threading, time
            def work():
                kept.append(bytearray(20 << 20))
                while time.thread_time() < 0.2: pass
            kept, threads = [], [threading.Thread(target=work) for _ in range(3)]
            for t in threads: t.start()
            for t in threads: t.join()
            """;
        var e = await RunPythonAsync(Sandbox, Busy, threads: 8);
        Assert.Equal(Ending.Exited, e.Ending);
        Assert.InRange(e.Cpu.TotalSeconds, 0.58, 1.2);
        Assert.InRange(e.MemoryBytes, 60 * Megabyte, 85 * Megabyte);
    }
}

public sealed class DockerLimits(DockerBoxesFixture boxes) : LimitsContract(boxes);

public sealed class BubblewrapLimits(BubblewrapBoxesFixture boxes) : LimitsContract(boxes);
