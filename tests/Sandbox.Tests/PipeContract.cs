using Judge.Sandbox;
using Microsoft.Win32.SafeHandles;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Programs that talk to each other, and to the judge, through pipes.</summary>
public abstract class PipeContract(Boxes boxes)
{
    private const string ReadToTheEnd = "import sys; print(len(sys.stdin.read()), file=sys.stderr)";
    private const string WriteForEver = """
        import os
        try:
            while True: os.write(1, b'x' * 65536)
        except OSError as e: raise SystemExit(e.errno)
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_say_10000_lines_to_each_other()
    {
        const string Ask = """
            for i in range(10000):
                print(i, flush=True)
                assert int(input()) == 2 * i
            """;
        const string Answer = """
            import sys
            for line in sys.stdin: print(2 * int(line), flush=True)
            """;
        (var one, var other) = await TalkAsync(Ask, Answer, Usual with { Cpu = TimeSpan.FromSeconds(10), Wall = TimeSpan.FromSeconds(30) });
        Assert.Equal((Ending.Exited, 0, ""), (one.Ending, one.ExitCode, Complained(one)));
        Assert.Equal((Ending.Exited, 0, ""), (other.Ending, other.ExitCode, Complained(other)));
        Assert.True(one.EndedAt < other.EndedAt);
    }

    [Fact]
    public async Task Who_reads_sees_the_end_and_who_writes_sees_a_broken_pipe_always_after_the_other_ended()
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, "import os; os._exit(43)");
        await using var companion = await box.OpenCompanionAsync("python", Usual.MemoryBytes, Token);
        for (var i = 0; i < 60; i++)
        {
            var reads = i % 2 == 0;
            await companion.PutAsync("main.py", Text(reads ? ReadToTheEnd : WriteForEver), Token);
            (var dead, var left) = await TalkAsync(box, companion, Usual);
            Assert.Equal((Ending.Exited, 43), (dead.Ending, dead.ExitCode));
            Assert.Equal((Ending.Exited, reads ? 0 : 32), (left.Ending, left.ExitCode));
            Assert.True(dead.EndedAt < left.EndedAt);
        }
    }

    [Fact]
    public async Task Of_two_silent_sides_the_one_with_less_patience_ends_by_the_clock()
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, "input()");
        await using var companion = await box.OpenCompanionAsync("python", Usual.MemoryBytes, Token);
        await companion.PutAsync("main.py", Text(ReadToTheEnd), Token);
        using Pipe there = Pipe.Create(),
            back = Pipe.Create();
        var impatient = box.RunAsync(
            Python() with
            {
                StdinPipe = back.ReadEnd,
                StdoutPipe = there.WriteEnd,
            },
            Usual with
            {
                Wall = TimeSpan.FromSeconds(1),
            },
            Token
        );
        var patient = await companion.RunAsync(Python() with { StdinPipe = there.ReadEnd, StdoutPipe = back.WriteEnd }, Usual, Token);
        Assert.Equal(Ending.WallLimit, (await impatient).Ending);
        Assert.Equal((Ending.Exited, 0, "0\n"), (patient.Ending, patient.ExitCode, Complained(patient)));
    }

    [Fact]
    public async Task What_a_process_left_behind_holds_open_ends_with_its_program()
    {
        (var daemon, var reader) = await TalkAsync(
            "import os, time\nif os.fork() == 0: os.setsid(); time.sleep(60)",
            ReadToTheEnd,
            Usual with
            {
                Processes = 4,
            }
        );
        Assert.Equal((Ending.Exited, 2), (daemon.Ending, daemon.Processes));
        Assert.Equal((Ending.Exited, "0\n"), (reader.Ending, Complained(reader)));
    }

    [Fact]
    public async Task Who_sends_for_ever_is_stopped_by_the_clock_when_nobody_reads_and_by_CPU_time_when_somebody_does()
    {
        const string ReadForEver = "import os\nwhile os.read(0, 65536): pass";
        var limits = Usual with { Cpu = TimeSpan.FromSeconds(0.3), Wall = TimeSpan.FromSeconds(30) };
        (var sender, var reader) = await TalkAsync(WriteForEver, ReadForEver, limits);
        Assert.Contains(Ending.CpuLimit, new[] { sender.Ending, reader.Ending });
        (sender, reader) = await TalkAsync(WriteForEver, "import time; time.sleep(60)", limits with { Wall = TimeSpan.FromSeconds(1) });
        Assert.Contains(Ending.WallLimit, new[] { sender.Ending, reader.Ending });
        Assert.InRange(sender.MemoryBytes, 0, 32L << 20);
    }

    [Fact]
    public async Task A_program_cannot_open_its_pipes_for_the_other_direction()
    {
        const string Open = """
            import os, sys
            for path, mode in (('/proc/self/fd/0', os.O_WRONLY), ('/proc/self/fd/0', os.O_RDWR), ('/proc/self/fd/1', os.O_RDONLY)):
                try: os.open(path, mode); print('LEAK', path, file=sys.stderr)
                except OSError as e: print(e.errno, file=sys.stderr)
            """;
        (var one, _) = await TalkAsync(Open, "", Usual);
        Assert.Equal("13\n13\n13\n", Complained(one));
    }

    /// <summary>Opened and closed again, they end with the program as its standard streams do.</summary>
    [Fact]
    public async Task Pipes_may_have_names_and_end_with_their_programs()
    {
        const string Ask = """
            import os, sys
            with open(sys.argv[2], 'w') as say: print('hello', file=say)
            answer = open(sys.argv[1]).read()
            assert sorted(os.listdir('/box')) == ['hear', 'say'] and input() == 'in', answer
            print(answer, end='', file=sys.stderr)
            print('out')
            """;
        const string Answer = """
            import sys
            print(open(sys.argv[1]).readline(), end='', file=open(sys.argv[2], 'w'))
            """;
        await using var box = await OpenPythonAsync(boxes.Sandbox, Ask);
        await using var companion = await box.OpenCompanionAsync("python", Usual.MemoryBytes, Token);
        await companion.PutAsync("main.py", Text(Answer), Token);
        using Pipe there = Pipe.Create(isNamed: true),
            back = Pipe.Create(isNamed: true);
        Command Named(SafeFileHandle hear, SafeFileHandle say) =>
            Python() with
            {
                Arguments = [.. Python().Arguments, "hear", "say"],
                Stdin = Text("in\n"),
                Pipes = new Dictionary<string, SafeFileHandle> { ["hear"] = hear, ["say"] = say },
            };
        var asking = box.RunAsync(Named(back.ReadEnd, there.WriteEnd), Usual, Token);
        var answered = await companion.RunAsync(Named(there.ReadEnd, back.WriteEnd), Usual, Token);
        var asked = await asking;
        Assert.Equal((Ending.Exited, 0, "hello\n"), (asked.Ending, asked.ExitCode, Complained(asked)));
        Assert.Equal("out\n", System.Text.Encoding.ASCII.GetString(asked.Stdout.Span));
        Assert.Equal((Ending.Exited, 0, ""), (answered.Ending, answered.ExitCode, Complained(answered)));
        Assert.True(answered.EndedAt < asked.EndedAt);
    }

    [Fact]
    public async Task The_judge_talks_with_a_program_and_sees_its_end()
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, "print('ready', flush=True)\nprint(input()[::-1], flush=True)\ninput()");
        using Pipe there = Pipe.Create(),
            back = Pipe.Create();
        var run = box.RunAsync(Python() with { StdinPipe = there.ReadEnd, StdoutPipe = back.WriteEnd }, Usual, Token);
        using var toProgram = there.OpenWrite();
        using var fromProgram = new StreamReader(back.OpenRead());
        Assert.Equal("ready", await fromProgram.ReadLineAsync(Token));
        await toProgram.WriteAsync("abc\n"u8.ToArray(), Token);
        Assert.Equal("cba", await fromProgram.ReadLineAsync(Token));
        toProgram.Dispose();
        Assert.Null(await fromProgram.ReadLineAsync(Token));
        Assert.Contains("EOFError", Complained(await run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_killed_breaks_the_judges_pipe()
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, "while True: pass");
        using var there = Pipe.Create();
        var run = box.RunAsync(Python() with { StdinPipe = there.ReadEnd }, Usual with { Cpu = TimeSpan.FromSeconds(0.3) }, Token);
        using var toProgram = there.OpenWrite();
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await toProgram.WriteAsync(new byte[1 << 16], Token);
            }
        });
        Assert.Equal(Ending.CpuLimit, (await run).Ending);
    }

    [Fact]
    public async Task No_descriptor_is_left_after_many_runs_and_none_is_seen_but_the_streams()
    {
        const string Look = "import os, sys; print(sorted(os.listdir('/proc/self/fd')), file=sys.stderr)";
        await using var box = await OpenPythonAsync(boxes.Sandbox, Look);
        await using var companion = await box.OpenCompanionAsync("python", Usual.MemoryBytes, Token);
        await companion.PutAsync("main.py", Text(Look), Token);
        const int Warm = 10;
        const int Runs = 200;
        var before = 0;
        for (var i = 0; i < Warm + Runs; i++)
        {
            (var one, var other) = await TalkAsync(box, companion, Usual);
            Assert.All([one, other], e => Assert.Equal("['0', '1', '2', '3']\n", Complained(e)));
            before = i == Warm - 1 ? OpenDescriptors() : before;
        }

        // Tests beside this one hold some tens of their own, now more and now fewer; one left a run would be as many as there were runs.
        Assert.InRange(OpenDescriptors(), 0, before + Runs / 2);
    }

    [Fact]
    public async Task A_run_that_never_starts_gives_its_ends_back()
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, "");
        using var there = Pipe.Create();
        await Assert.ThrowsAsync<SandboxException>(() =>
            box.RunAsync(new Command { Arguments = ["/usr/bin/missing"], StdoutPipe = there.WriteEnd }, Usual, Token)
        );
        using var fromProgram = there.OpenRead();
        Assert.Equal(0, await fromProgram.ReadAsync(new byte[1], Token));
    }

    private static int OpenDescriptors() => Directory.GetFiles("/proc/self/fd").Length;

    private async Task<(Execution One, Execution Other)> TalkAsync(string one, string other, Limits limits)
    {
        await using var box = await OpenPythonAsync(boxes.Sandbox, one);
        await using var companion = await box.OpenCompanionAsync("python", Usual.MemoryBytes, Token);
        await companion.PutAsync("main.py", Text(other), Token);
        return await TalkAsync(box, companion, limits);
    }

    private static async Task<(Execution One, Execution Other)> TalkAsync(IBox one, IBox other, Limits limits)
    {
        using Pipe there = Pipe.Create(),
            back = Pipe.Create();
        var second = other.RunAsync(Python() with { StdinPipe = there.ReadEnd, StdoutPipe = back.WriteEnd }, limits, Token);
        var first = await one.RunAsync(Python() with { StdinPipe = back.ReadEnd, StdoutPipe = there.WriteEnd }, limits, Token);
        return (first, await second);
    }
}

public sealed class DockerPipes(DockerBoxesFixture boxes) : PipeContract(boxes);

public sealed class BubblewrapPipes(BubblewrapBoxesFixture boxes) : PipeContract(boxes);
