using System.Diagnostics;
using System.Text;
using Judge.Sandbox;
using static Sandbox.Tests.Programs;

namespace Sandbox.Tests;

/// <summary>Test data from the disk: large inputs are read once and neither copied nor changed.</summary>
public abstract class InputContract(Boxes boxes) : IDisposable
{
    private const int Lines = 10_000_000;
    private const long LineBytes = 10;
    private const string SumOfText =
        "var f: text; n, s: int64; begin assign(f, 'bai1.inp'); reset(f); s := 0; while not seekeof(f) do begin readln(f, "
        + "n); s := s + n end; writeln(s) end.";
    private const string SizeOfTyped =
        "var f: file of char; c: char; begin assign(f, 'BAI1.INP'); reset(f); read(f, c); writeln(filesize(f), ' ', c) end.";
    private const string SumByFreopen = """
        #include <stdio.h>
        int main(void) {
          long long n, s = 0;
          if (!freopen("BAI1.INP", "r", stdin)) return 1;
          while (scanf("%lld", &n) == 1) s += n;
          printf("%lld\n", s);
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("contest-inputs-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_read_from_standard_input_from_the_start_by_each_run()
    {
        var big = Content.OfFile(Big());
        await using var box = await OpenPythonAsync(
            boxes.Sandbox,
            "import os\nn = 0\nwhile data := os.read(0, 1 << 20): n += len(data)\nprint(n, os.lseek(0, 0, 1))"
        );
        for (var i = 0; i < 3; i++)
        {
            var e = await box.RunAsync(Python() with { Stdin = big }, Usual, Token);
            Assert.Equal($"{Lines * LineBytes} {Lines * LineBytes}\n", Said(e));
            Assert.InRange(e.MemoryBytes, 0, 32L << 20);
        }
    }

    [Fact]
    public async Task A_hundred_megabytes_are_a_file_for_Pascal_Python_and_C_in_every_spelling()
    {
        var big = Content.OfFile(Big());
        Dictionary<string, Content> files = new() { ["BAI1.INP"] = big, ["bai1.inp"] = big };
        await using (var box = await OpenPascalAsync(boxes.Sandbox, SumOfText))
        {
            Assert.Equal($"{Lines * 123456789L}\n", Said(await box.RunAsync(Pascal() with { Files = files }, Usual, Token)));
            await PutPascalAsync(box, SizeOfTyped);
            Assert.Equal($"{Lines * LineBytes} 1\n", Said(await box.RunAsync(Pascal() with { Files = files }, Usual, Token)));
        }

        await using (
            var box = await OpenPythonAsync(
                boxes.Sandbox,
                "print(sum(1 for line in open('bai1.inp')), open('/box/BAI1.INP', 'rb').read(9))"
            )
        )
        {
            Assert.Equal($"{Lines} b'123456789'\n", Said(await box.RunAsync(Python() with { Files = files }, Usual, Token)));
            await box.PutAsync("main", Content.OfBytes(await CompileAsync(SumByFreopen)), Token);
            Assert.Equal($"{Lines * 123456789L}\n", Said(await box.RunAsync(Pascal() with { Files = files }, Usual, Token)));
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000)]
    [InlineData(9 << 20)]
    public async Task Whatever_a_program_does_to_its_input_the_next_run_reads_it_unchanged(int bytes)
    {
        const string Change = """
            import os
            def attempt(action):
                try: action()
                except OSError: pass
            for path in ('/proc/self/fd/0', '/dev/stdin', 'A', 'B', '/proc/self/fd/3'):
                attempt(lambda: os.truncate(path, 0))
                attempt(lambda: os.write(os.open(path, os.O_RDWR), b'y'))
                attempt(lambda: os.write(os.open(path, os.O_WRONLY | os.O_APPEND), b'y'))
                attempt(lambda: os.chmod(path, 0o777))
            """;
        const string Look = """
            import sys
            texts = [sys.stdin.read(), open('A').read(), open('B').read()]
            print(len(set(texts)), len(texts[0]), set(texts[0]))
            """;
        var path = Path.Combine(_folder, "input");
        await File.WriteAllTextAsync(path, new string('x', bytes), Token);
        var content = Content.OfFile(path);
        var command = Python() with
        {
            Stdin = content,
            Files = new Dictionary<string, Content> { ["A"] = content, ["B"] = content },
        };
        await using var box = await OpenPythonAsync(boxes.Sandbox, Change);
        var e = await box.RunAsync(command, Usual, Token);
        Assert.Equal((Ending.Exited, 0), (e.Ending, e.ExitCode));
        await box.PutAsync("main.py", Text(Look), Token);
        Assert.Equal($"1 {bytes} {{'x'}}\n", Said(await box.RunAsync(command, Usual, Token)));
        Assert.Equal(new string('x', bytes), await File.ReadAllTextAsync(path, Token));
    }

    [Fact]
    public async Task A_program_sees_its_own_input_and_no_other()
    {
        const string Look = "import os; print(sorted(os.listdir('/proc/self/fd')), sorted(os.listdir('.')), open('A').read(1))";
        await using var box = await OpenPythonAsync(boxes.Sandbox, Look);
        foreach (var letter in "ab")
        {
            var path = Path.Combine(_folder, letter.ToString());
            await File.WriteAllTextAsync(path, new string(letter, 9 << 20), Token);
            var e = await box.RunAsync(
                Python() with
                {
                    Files = new Dictionary<string, Content> { ["A"] = Content.OfFile(path) },
                },
                Usual,
                Token
            );
            Assert.Equal($"['0', '1', '2', '3', '4'] ['A'] {letter}\n", Said(e));
        }
    }

    [Fact]
    public async Task An_input_that_changed_on_the_disk_is_read_again()
    {
        var path = Path.Combine(_folder, "input");
        await using var box = await OpenPythonAsync(boxes.Sandbox, "print(len(input()))");
        foreach (var length in new[] { 10, 200_000, 10 << 20, 7 })
        {
            await File.WriteAllTextAsync(path, new string('x', length), Token);
            Assert.Equal($"{length}\n", Said(await box.RunAsync(Python() with { Stdin = Content.OfFile(path) }, Usual, Token)));
        }
    }

    private string Big()
    {
        var path = Path.Combine(_folder, "big");
        var line = Encoding.ASCII.GetBytes("123456789\n");
        var many = new byte[100_000 * line.Length];
        for (var i = 0; i < many.Length; i += line.Length)
        {
            line.CopyTo(many, i);
        }

        using var file = File.Create(path);
        for (var i = 0; i < Lines / 100_000; i++)
        {
            file.Write(many);
        }

        return path;
    }

    private async Task<byte[]> CompileAsync(string source)
    {
        var program = Path.Combine(_folder, "main");
        await File.WriteAllTextAsync(program + ".c", source, Token);
        using var gcc = Process.Start("gcc", ["-static", "-O2", "-o", program, program + ".c"]);
        await gcc.WaitForExitAsync(Token);
        return await File.ReadAllBytesAsync(program, Token);
    }
}

public sealed class DockerInputs(DockerBoxesFixture boxes) : InputContract(boxes);

public sealed class BubblewrapInputs(BubblewrapBoxesFixture boxes) : InputContract(boxes);
