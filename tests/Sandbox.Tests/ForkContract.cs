using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>
/// A Python program that is born of an interpreter which waits in its box finds what it finds when it is started, and nothing of the one
/// that waits.
/// </summary>
public abstract class ForkContract(Boxes boxes)
{
    /// <summary>What a program can see of how it came to be, a line each: what it is, and Python that prints it.</summary>
    private static readonly Dictionary<string, string> Seen = new()
    {
        ["descriptors"] = "sorted(fd for fd in range(256) if is_open(fd))",
        ["descriptors in /proc"] = "sorted(os.listdir('/proc/self/fd'))",
        ["streams"] = "[(s.name, s.mode, s.encoding, s.errors, s.line_buffering, s.isatty(), s.seekable(), s.newlines) for s in streams]",
        ["standard input by name"] = "open('/dev/stdin').read()",
        ["arguments"] = "sys.argv, sys.orig_argv, open('/proc/self/cmdline').read()",
        ["environment"] = "sorted(os.environ.items()), open('/proc/self/environ').read()",
        ["where modules come from"] = "sys.path, sys.prefix, sys.flags, sys._xoptions, sys.warnoptions",
        ["modules"] = "modules",
        ["the main module"] = "sorted(vars(sys.modules['__main__']))[:8], __name__, __file__, __spec__, type(__loader__).__name__",
        ["collector"] = "gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), gc.garbage, gc.callbacks",
        ["what is called at the end"] = "__import__('atexit')._ncallbacks()",
        ["threads"] = "__import__('threading').active_count(), os.listdir('/proc/self/task') == [str(os.getpid())]",
        ["hashes"] = "hash('abc'), {'a', 'b', 'c', 'd'}",
        ["hooks"] =
            "sys.gettrace(), sys.getprofile(), sys.excepthook is sys.__excepthook__, sys.meta_path[0].__name__, len(sys.path_hooks)",
        ["limits of Python"] = "sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits(), sys.dont_write_bytecode",
        ["user"] = "status('Groups', 'NoNewPrivs', 'Seccomp'), len({*os.getresuid(), *os.getresgid()}), os.getuid() > 0",
        ["rights"] = "status('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb')",
        ["signals"] = "status('SigBlk', 'SigIgn', 'SigCgt', 'SigPnd', 'ShdPnd'), signal.getsignal(signal.SIGPIPE)",
        ["limits"] = "[l for l in open('/proc/self/limits')]",
        ["ancestors"] = "os.getppid(), os.getsid(0) == os.getpid(), os.getpgrp() == os.getpid()",
        ["folder and mask"] = "os.getcwd(), os.umask(0), os.listdir('.')",
        ["priority"] = "os.nice(0), os.sched_getscheduler(0), open('/proc/self/oom_score_adj').read()",
        ["cores"] = "os.sched_getaffinity(0) == os.sched_getaffinity(1)",
        ["name"] = "open('/proc/self/comm').read(), os.readlink('/proc/self/exe')",
        ["may be looked into by itself"] = "os.stat('/proc/self/mem').st_uid == os.getuid()",
        ["time used"] = "sum(os.times()[2:4]), os.times()[0] < 5",
        ["time of birth"] = "0 <= time.clock_gettime(time.CLOCK_BOOTTIME) - born < 60",
        ["addresses"] = "sorted({l.split()[-1] for l in open('/proc/self/maps') if '/' in l} - {'/usr/lib/contest/newborn.so'})",
    };

    private const string Eyes = """
        import sys
        modules = sorted(sys.modules)
        import gc, os, signal, time
        streams = (sys.stdin, sys.stdout, sys.stderr)
        born = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19]) / os.sysconf('SC_CLK_TCK')
        def is_open(fd):
            try: return bool(os.fstat(fd))
            except OSError: return False
        def status(*names):
            return [l.split() for l in open('/proc/self/status') if l.split(':')[0] in names]

        """;

    public static TheoryData<string> Rows => [.. Seen.Keys];

    private ISandbox Sandbox => boxes.Sandbox;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As the language says it: without the seed two starts would differ in their hashes.</summary>
    private static Command Python(string stdin = "", bool fork = false) =>
        Programs.Python(stdin, fork) with
        {
            Arguments = ["/usr/bin/python3", "-s", "/prog/main.py"],
            Environment = [.. Command.UsualEnvironment, "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1"],
        };

    [Theory, MemberData(nameof(Rows))]
    public async Task A_program_that_is_born_sees_what_one_sees_that_is_started(string what)
    {
        await using var box = await OpenPythonAsync(Sandbox, $"{Eyes}print({Seen[what]})");
        var started = await box.RunAsync(Python("21"), Usual, Token);
        var born = await box.RunAsync(Python("21", fork: true), Usual, Token);
        var again = await box.RunAsync(Python("21", fork: true), Usual, Token);
        Assert.Equal((0, ""), (started.ExitCode, Complained(started)));
        Assert.Equal(Said(started), Said(born));
        Assert.Equal(Said(started), Said(again));
    }

    [Fact]
    public async Task Nothing_of_one_birth_is_there_for_the_next()
    {
        const string Marks = """
            import builtins, collections, gc, os, random, signal, sys
            first = not hasattr(builtins, 'mark') and 'MARK' not in os.environ
            builtins.mark = sys.mark = collections.mark = True
            sys.modules['mark'] = sys
            os.environ['MARK'] = '1'
            sys.setrecursionlimit(5000)
            gc.disable()
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            print(first, random.getrandbits(64))
            """;
        await using var box = await OpenPythonAsync(Sandbox, Marks);
        var said = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            said.Add(Said(await box.RunAsync(Python(fork: true), Usual, Token)));
        }

        Assert.Equal(3, said.Count); // each is random for itself
        Assert.All(said, one => Assert.StartsWith("True ", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_waits_can_neither_be_signalled_nor_looked_into_nor_slowed_down()
    {
        const string Attack = """
            import ctypes, os, resource, signal
            others = [int(p) for p in os.listdir('/proc') if p.isdigit() and int(p) not in (1, os.getpid())]
            def attempt(what, act):
                try: print('LEAK', what, act())
                except (OSError, ValueError) as e: pass
            def moved(pid):
                if os.sched_getaffinity(pid) == os.sched_getaffinity(0): raise OSError  # a yes that means nothing
            libc = ctypes.CDLL(None, use_errno=True)
            def check(result):
                if result < 0: raise OSError(ctypes.get_errno())
                return result
            for pid in others:
                for name in ('mem', 'maps', 'environ', 'stack', 'syscall', 'auxv'):
                    attempt(name, lambda: open(f'/proc/{pid}/{name}', 'rb').read(1))
                for name in ('fd', 'map_files', 'cwd', 'root', 'exe'):
                    attempt(name, lambda: os.listdir(f'/proc/{pid}/{name}'))
                attempt('write', lambda: open(f'/proc/{pid}/oom_score_adj', 'w').write('1000'))
                attempt('kill', lambda: os.kill(pid, signal.SIGKILL))
                attempt('stop', lambda: os.kill(pid, signal.SIGSTOP))
                attempt('attach', lambda: check(libc.ptrace(16, pid, None, None)))
                attempt('priority', lambda: os.setpriority(os.PRIO_PROCESS, pid, 19))
                attempt('affinity', lambda: os.sched_setaffinity(pid, {0}) or moved(pid))
                attempt('limits', lambda: resource.prlimit(pid, resource.RLIMIT_CPU, (1, 1)))
                attempt('group', lambda: os.setpgid(pid, 0))
            print(len(others))
            """;
        await using var box = await OpenPythonAsync(Sandbox, Attack);
        Assert.Equal("1\n", Said(await box.RunAsync(Python(fork: true), Usual, Token)));
        Assert.Equal("1\n", Said(await box.RunAsync(Python(fork: true), Usual, Token)));
    }

    [Theory]
    [InlineData("raise SystemExit(3)", 3, "")]
    [InlineData("raise SystemExit('sorry')", 1, "sorry\n")]
    [InlineData("import os; os._exit(4)", 4, "")]
    [InlineData("import sys; sys.stdout.write('x' * 9); sys.exit()", 0, "")]
    [InlineData("import atexit; atexit.register(print, 'end'); 1 / 0", 1, "ZeroDivisionError: division by zero\n")]
    [InlineData("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", 0, "")]
    [InlineData("import os; print(os.fork())", 1, "BlockingIOError: [Errno 11] Resource temporarily unavailable\n")]
    [InlineData("import threading; threading.Thread(target=print, args=(7,)).start()", 0, "")]
    [InlineData("def f(n): return f(n + 1)\nf(0)", 1, "RecursionError: maximum recursion depth exceeded\n")]
    [InlineData("import helper; print(helper.x)", 1, "ModuleNotFoundError: No module named 'helper'\n")]
    [InlineData("x = (", 1, "SyntaxError: '(' was never closed\n")]
    public async Task It_ends_as_one_that_is_started(string source, int exitCode, string complaint)
    {
        await using var box = await OpenPythonAsync(Sandbox, source);
        var command = Python("5") with { Threads = source.Contains("thread", StringComparison.Ordinal) ? 4 : 1 };
        var started = await box.RunAsync(command, Usual, Token);
        var born = await box.RunAsync(command with { Fork = true }, Usual, Token);
        Assert.Equal((started.Ending, started.ExitCode, started.Signal), (born.Ending, born.ExitCode, born.Signal));
        Assert.Equal((Said(started), Complained(started)), (Said(born), Complained(born)));
        Assert.Equal(exitCode, born.ExitCode);
        Assert.EndsWith(complaint, Complained(born), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_time_and_memory_are_its_own()
    {
        await using var box = await OpenPythonAsync(Sandbox, "n = int(input()); x = bytearray(n << 20); x[::4096] = b'1' * len(x[::4096])");
        var small = await box.RunAsync(Python("1", fork: true), Usual, Token);
        var large = await box.RunAsync(Python("100", fork: true), Usual, Token);
        var after = await box.RunAsync(Python("1", fork: true), Usual, Token);
        Assert.InRange(large.MemoryBytes - small.MemoryBytes, 98L << 20, 102L << 20);
        Assert.InRange(Math.Abs(after.MemoryBytes - small.MemoryBytes), 0, 1L << 20);
        var started = await box.RunAsync(Python("1"), Usual, Token);
        Assert.InRange(Math.Abs(started.MemoryBytes - small.MemoryBytes), 0, 3L << 20);
        await box.PutAsync("main.py", Text("import time\nwhile time.process_time() < 0.5: pass"), Token);
        Assert.InRange((await box.RunAsync(Python(fork: true), Usual, Token)).Cpu.TotalSeconds, 0.5, 0.7);
        Assert.InRange((await box.RunAsync(Python(fork: true), Usual, Token)).Cpu.TotalSeconds, 0.5, 0.7); // not the sum of both
    }

    [Fact]
    public async Task With_another_memory_limit_or_a_pipe_it_is_right_as_well()
    {
        await using var box = await OpenPythonAsync(Sandbox, "print(int(input()) + 1)");
        for (var i = 0; i < 4; i++)
        {
            var limits = Usual with { MemoryBytes = (i % 2 == 0 ? 128L : 200L) << 20 };
            Assert.Equal("6\n", Said(await box.RunAsync(Python("5", fork: true), limits, Token)));
        }
    }

    [Fact]
    public async Task An_interpreter_that_does_not_wait_never_runs_a_program_with_the_rights_of_one_that_does()
    {
        await using (var box = await OpenPythonAsync(Sandbox, "import os; print('LEAK', os.getuid())"))
        {
            var deaf = Python(fork: true) with { Arguments = ["/usr/bin/python3", "-S", "/prog/main.py"] };
            await Assert.ThrowsAsync<SandboxException>(() => box.RunAsync(deaf, Usual, Token));
        }

        Assert.Equal("1\n", Said(await RunPythonAsync(Sandbox, "print(1)", fork: true)));
    }
}

public sealed class DockerForks(DockerBoxesFixture boxes) : ForkContract(boxes);

public sealed class BubblewrapForks(BubblewrapBoxesFixture boxes) : ForkContract(boxes);
