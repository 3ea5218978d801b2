using System.Diagnostics;
using System.Globalization;
using Judge.Sandbox;
using Support;

namespace Sandbox.Tests;

/// <summary>
/// A program that attacks the box: a file in attacks/. Its first comment lines say what it does, how it is expected to end, and what it
/// needs (processes, threads, folders, collected files, a large input, to be run twice). It prints a line with LEAK for each thing it
/// reaches.
/// </summary>
internal sealed record Attack(string Name, IReadOnlyDictionary<string, string> Header)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Sandbox.Tests", "attacks");

    /// <summary>9 MiB of the letter x on the disk.</summary>
    private static readonly Lazy<Content> LargeInput = new(() =>
    {
        var path = Path.GetTempFileName();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        File.WriteAllText(path, new string('x', 9 << 20));
        return Content.OfFile(path);
    });

    public static IEnumerable<string> Names => Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public IEnumerable<Ending> Expected => Header["expect"].Split(' ').Select(Enum.Parse<Ending>);

    public int Processes => int.Parse(Header.GetValueOrDefault("processes", "1"), CultureInfo.InvariantCulture);

    public int Threads => int.Parse(Header.GetValueOrDefault("threads", "1"), CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Collect => Header.GetValueOrDefault("collect", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Folders => Header.GetValueOrDefault("folders", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public int Times => Header.ContainsKey("twice") ? 2 : 1;

    public string Source => File.ReadAllText(Path.Combine(Folder, Name));

    public static Attack Read(string name)
    {
        var header = File.ReadLines(Path.Combine(Folder, name))
            .TakeWhile(l =>
                l.StartsWith('#') && !l.StartsWith("#include", StringComparison.Ordinal) || l.StartsWith("//", StringComparison.Ordinal)
            )
            .Select(l => l.TrimStart('#', '/', ' ').Split(": ", 2));
        return new Attack(name, header.ToDictionary(h => h[0], h => h.ElementAtOrDefault(1) ?? ""));
    }

    /// <summary>The command with what the attack asks for.</summary>
    public Command Equip(Command command)
    {
        command = command with { Collect = Collect, Folders = Folders, Threads = Threads };
        return !Header.ContainsKey("large")
            ? command
            : command with
            {
                Stdin = LargeInput.Value,
                Files = new Dictionary<string, Content> { ["BAI1.INP"] = LargeInput.Value },
            };
    }

    /// <summary>A box of the image that the program needs, with the program as /prog/main or /prog/main.py.</summary>
    public async Task<(IBox Box, Command Command)> OpenAsync(ISandbox sandbox, CancellationToken ct)
    {
        switch (Path.GetExtension(Name))
        {
            case ".py":
                return (await Programs.OpenPythonAsync(sandbox, Source), Programs.Python("secret input"));
            case ".pas":
                return (await Programs.OpenPascalAsync(sandbox, Source), Programs.Pascal("secret input"));
            default:
                var box = await sandbox.OpenAsync("python", Programs.Usual.MemoryBytes, ct);
                await box.PutAsync("main", Content.OfBytes(await CompileAsync(ct)), ct);
                return (box, Programs.Pascal("secret input"));
        }
    }

    private async Task<byte[]> CompileAsync(CancellationToken ct)
    {
        var program = Path.GetTempFileName();
        try
        {
            string[] arguments = ["-static", "-O1", "-w", "-pthread", "-o", program, Path.Combine(Folder, Name)];
            using var gcc = Process.Start("gcc", arguments);
            await gcc.WaitForExitAsync(ct);
            Assert.True(gcc.ExitCode == 0, "gcc is needed to compile the attacks in C: apt-get install gcc libc6-dev");
            return await File.ReadAllBytesAsync(program, ct);
        }
        finally
        {
            File.Delete(program);
        }
    }
}
