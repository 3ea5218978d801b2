using System.Text;
using Judge.Sandbox;

namespace Sandbox.Tests;

/// <summary>Short ways to run programs in boxes.</summary>
internal static class Programs
{
    /// <summary>
    /// Time is no limit here: on a slow machine the first touch of 512 MB costs 2 s. A test of a time limit sets its own.
    /// </summary>
    public static Limits Usual { get; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(180), 256L << 20, 16L << 20);

    public static Content Text(string text) => Content.OfBytes(Encoding.UTF8.GetBytes(text));

    public static string Said(Execution e) => Encoding.UTF8.GetString(e.Stdout.Span);

    public static string Complained(Execution e) => Encoding.UTF8.GetString(e.Stderr.Span);

    /// <summary>A box with this Python source as /prog/main.py.</summary>
    public static async Task<IBox> OpenPythonAsync(ISandbox sandbox, string source)
    {
        var box = await sandbox.OpenAsync("python", Usual.MemoryBytes, Token);
        await box.PutAsync("main.py", Text(source), Token);
        return box;
    }

    /// <param name="fork">Whether it is born of an interpreter that waits.</param>
    public static Command Python(string stdin = "", bool fork = false) =>
        new()
        {
            Arguments = ["/usr/bin/python3", "-I", "/prog/main.py"],
            Stdin = Text(stdin),
            Fork = fork,
        };

    /// <summary>Opens a box, runs the Python source once.</summary>
    public static async Task<Execution> RunPythonAsync(
        ISandbox sandbox,
        string source,
        string stdin = "",
        Limits? limits = null,
        int threads = 1,
        bool fork = false
    )
    {
        await using var box = await OpenPythonAsync(sandbox, source);
        return await box.RunAsync(Python(stdin, fork) with { Threads = threads }, limits ?? Usual, Token);
    }

    /// <summary>A box with the compiled Pascal source as /prog/main.</summary>
    public static async Task<IBox> OpenPascalAsync(ISandbox sandbox, string source)
    {
        var box = await sandbox.OpenAsync("pascal", Usual.MemoryBytes, Token);
        await PutPascalAsync(box, source);
        return box;
    }

    /// <summary>Compiles in the box and puts the program in /prog/main.</summary>
    public static async Task PutPascalAsync(IBox box, string source)
    {
        await box.PutAsync("main.pas", Text(source), Token);
        const string Units = "/usr/lib/fpc/units/";
        var compiled = await box.RunAsync(
            new Command
            {
                Arguments =
                [
                    "/usr/bin/ppcx64",
                    "-n",
                    "-O2",
                    "-XX",
                    "-Xs",
                    $"-Fu{Units}rtl",
                    $"-Fu{Units}rtl-objpas",
                    "-FD/usr/bin",
                    "-FE/box",
                    "-o/box/main",
                    "/prog/main.pas",
                ],
                Collect = ["main"],
                MergeStderr = true,
            },
            Usual with
            {
                Processes = 4,
            },
            Token
        );
        Assert.True(compiled.ExitCode == 0 && compiled.Ending == Ending.Exited, $"{compiled.Ending} {compiled.ExitCode}: {Said(compiled)}");
        await box.PutAsync("main", Content.OfBytes(compiled.Files["main"]), Token);
    }

    public static Command Pascal(string stdin = "") => new() { Arguments = ["/prog/main"], Stdin = Text(stdin) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
