using System.Globalization;
using System.Text;
using Judge.Programs.Script;
using Judge.Sandbox;

namespace Sandbox.Tests;

/// <summary>C# scripts in a box of their own, the same on every kind of box.</summary>
public abstract class ScriptContract(Boxes boxes) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contest-scripts-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Cache => Path.Combine(_folder.FullName, "cache");

    [Fact]
    public async Task A_hundred_tests_are_checked_by_one_process()
    {
        // The host's process number can be seen in nothing that a script is given, so one is counted by what it may keep.
        await using var host = await OpenAsync(
            """
            static class Kept { public static readonly List<string> Tests = new(); }
            Kept.Tests.Add(TestName);
            if (Output.NextLong() != Answer.NextLong()) Reject($"sai ở {TestName}");
            Accept($"{Kept.Tests.Count} {1.5}");
            """
        );
        for (var i = 1; i <= 100; i++)
        {
            Assert.Equal(
                new ScriptAnswer(1, string.Create(CultureInfo.InvariantCulture, $"{i} 1.5")),
                await CheckAsync(host, output: "7", answer: "7")
            );
        }

        Assert.Equal(new ScriptAnswer(0, "sai ở t1"), await CheckAsync(host, output: "8", answer: "7"));
    }

    [Fact]
    public async Task A_second_process_need_not_compile()
    {
        const string Source = "Accept();";
        await using (var first = await OpenAsync(Source))
        {
            await CheckAsync(first);
        }

        var file = Assert.Single(Directory.GetFiles(Cache));
        var written = File.GetLastWriteTimeUtc(file);
        await using (var second = await OpenAsync(Source))
        {
            Assert.Equal(1, (await CheckAsync(second)).Value);
        }

        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Cache))));
        await File.WriteAllTextAsync(file, "damaged", Token);
        await using var third = await OpenAsync(Source);
        Assert.Equal(1, (await CheckAsync(third)).Value);
    }

    [Theory]
    [InlineData("int x = 1;\nwhile (true)\n  x++;", "check.csx(3): ran for more than 3 s. (Test t1)")]
    [InlineData(
        "int n = 1;\nvar x = Enumerable.Repeat(1L, int.MaxValue).Concat(Enumerable.Repeat(1L, int.MaxValue)).Sum() + "
            + "Enumerable.Repeat(1L, int.MaxValue).Sum();",
        "check.csx(2): ran for more than 3 s. (Test t1)"
    )]
    [InlineData("int F(int n)\n  => F(n + 1) + 1;\nF(0);", "check.csx(2): its functions call each other too deeply. (Test t1)")]
    [InlineData("Func<int, int> f = null;\nf = n => f(n + 1) + 1;\nf(0);", "check.csx: crashed: Stack overflow. (Test t1)")]
    [InlineData(
        "var all = new List<long[]>();\nwhile (true)\n  all.Add(new long[1000000]);",
        "check.csx(3): wants more memory than a script may have. (Test t1)"
    )]
    [InlineData(
        "int zero = 0;\n\nAccept((1 / zero).ToString());",
        "check.csx(3): DivideByZeroException: Attempted to divide by zero. (Test t1)"
    )]
    [InlineData("int x = 1;", "check.csx: came to its end without a decision: call Accept(), Reject(\"why\") or Score(0.5m). (Test t1)")]
    [InlineData("Accept();\nint x = ;", "check.csx(2): Invalid expression term ';' (CS1525)")]
    [InlineData("#r \"System.Net.Http\"\nAccept();", "check.csx(1): #r is not for scripts: what a script may use is there already.")]
    [InlineData("#load \"/etc/passwd\"\nAccept();", "check.csx(1): #load is not for scripts: a script is one file.")]
    public async Task A_bad_script_is_told_by_file_and_line_and_the_next_call_is_answered(string source, string sentence)
    {
        var compiles = sentence.EndsWith("(Test t1)", StringComparison.Ordinal);
        await using var host = await OpenAsync(compiles ? "if (Output.AtEnd) Accept();" + source : source);
        Assert.Equal(sentence, (await Assert.ThrowsAsync<ScriptException>(() => CheckAsync(host, output: "1"))).Message);
        if (compiles)
        {
            Assert.Equal(1, (await CheckAsync(host)).Value);
        }
        else
        {
            Assert.Equal(sentence, (await Assert.ThrowsAsync<ScriptException>(() => CheckAsync(host))).Message);
        }
    }

    /// <summary>By delegates made from names, which the compiler cannot know.</summary>
    [Theory]
    [InlineData("""Find<Func<string, string>>("System.IO.File", "ReadAllText")("/etc/passwd")""", "Could not find")]
    [InlineData("""Find<Func<string, string>>("System.IO.File", "ReadAllText")("/ctl/s")""", "Could not find")]
    [InlineData("""Run(() => Find<Action<string, string>>("System.IO.File", "WriteAllText")("/usr/lib/x", ""))""", "Read-only file system")]
    [InlineData(
        """new[] { "/box", "/prog" }.SelectMany(Find<Func<string, string[]>>("System.IO.Directory", "GetFileSystemEntries")).First()""",
        "Sequence contains no elements"
    )]
    public async Task The_box_withholds_what_the_compiler_cannot(string expression, string complaint)
    {
        await using var host = await OpenAsync(
            $$"""
            T Find<T>(string type, string method) where T : Delegate => (T)Delegate.CreateDelegate(typeof(T), Type.GetType(type), method);
            string Run(Action action) { action(); return "done"; }
            Accept({{expression}});
            """
        );
        Assert.Contains(complaint, (await Assert.ThrowsAsync<ScriptException>(() => CheckAsync(host))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_network_is_reached_even_by_what_the_compiler_cannot_know()
    {
        await using var host = await OpenAsync(
            """
            Type Named(string name) => Type.GetType(name + ", System.Net.Requests", true);
            object Call(Delegate method, params object[] arguments) => method.DynamicInvoke(arguments);
            var make = typeof(Func<,>).MakeGenericType(typeof(string), Named("System.Net.HttpWebRequest"));
            var request = Call(Delegate.CreateDelegate(make, Named("System.Net.WebRequest"), "CreateHttp"), "http://127.0.0.1:9/");
            var get = Delegate.CreateDelegate(typeof(Func<>).MakeGenericType(Named("System.Net.WebResponse")), request, "GetResponse");
            try { Call(get); } catch (Exception e) { Reject(e.GetBaseException().Message); }
            Accept("reached");
            """
        );
        Assert.Equal(new ScriptAnswer(0, "Permission denied"), await CheckAsync(host));
    }

    [Fact]
    public async Task Rules_and_validators_are_asked_too()
    {
        await using var rule = await OpenAsync(
            "Points(Tests.Where(t => t.Accepted).Sum(t => t.Mark) + Groups[0].Max);",
            ScriptKind.Scoring
        );
        var score = new ScriptCall.Score(
            [new ScriptTest("t1", "g", "Accepted", 1, 2.5m, TimeSpan.FromSeconds(1))],
            [new ScriptGroup("g", 3, 0.5m)],
            10
        )
        {
            Name = "all",
        };
        Assert.Equal(5.5m, (await rule.CallAsync(score, Token)).Value);
        await using var validator = await OpenAsync("Input.ReadInt(1, 9, Arguments[0]); Input.ReadEof();", ScriptKind.Validator);
        var validate = new ScriptCall.Validate(Bytes("12")) { Name = "t1", Arguments = ["n"] };
        Assert.Equal(
            new ScriptAnswer(0, "Line 1, column 1: n is 12, which is not from 1 to 9."),
            await validator.CallAsync(validate, Token)
        );
    }

    [Fact]
    public async Task Beside_a_submission_a_script_takes_no_other_slot()
    {
        await using var box = await Programs.OpenPythonAsync(boxes.Sandbox, "print(input())");
        var path = await WriteAsync("Accept(Output.Text.Trim() + Input.Bytes.Count);");
        await using var host = await new ScriptHosts(Cache).OpenAsync(box, path, ScriptKind.Checker, Token);
        for (var i = 0; i < 3; i++)
        {
            var e = await box.RunAsync(Programs.Python("xin chào\n"), Programs.Usual, Token);
            var call = new ScriptCall.Check(Content.OfBytes(new byte[10 << 20]), Content.Empty, Content.OfBytes(e.Stdout)) { Name = "t1" };
            Assert.Equal("xin chào10485760", (await host.CallAsync(call, Token)).ForEntrant);
        }
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_the_process_and_the_next_call_is_answered()
    {
        await using var host = await OpenAsync("if (Output.AtEnd) Accept(); while (true) ;");
        await CheckAsync(host);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var call = new ScriptCall.Check(Content.Empty, Content.Empty, Bytes("1")) { Name = "t1", Limit = TimeSpan.FromMinutes(5) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.CallAsync(call, cancel.Token));
        Assert.Equal(1, (await CheckAsync(host)).Value);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<IScriptHost> OpenAsync(string source, ScriptKind kind = ScriptKind.Checker) =>
        await new ScriptHosts(Cache).OpenAsync(boxes.Sandbox, await WriteAsync(source), kind, Token);

    private async Task<string> WriteAsync(string source)
    {
        var path = Path.Combine(_folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName, "check.csx");
        await File.WriteAllTextAsync(path, source, Token);
        return path;
    }

    private static Task<ScriptAnswer> CheckAsync(IScriptHost host, string output = "", string answer = "", string input = "") =>
        host.CallAsync(new ScriptCall.Check(Bytes(input), Bytes(answer), Bytes(output)) { Name = "t1", Limit = Limit }, Token);

    private static Content Bytes(string text) => Content.OfBytes(Encoding.UTF8.GetBytes(text));
}

public sealed class DockerScriptContract(DockerBoxesFixture boxes) : ScriptContract(boxes);

public sealed class BubblewrapScriptContract(BubblewrapBoxesFixture boxes) : ScriptContract(boxes);
