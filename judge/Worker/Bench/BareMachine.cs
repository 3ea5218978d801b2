using System.Diagnostics;
using System.Globalization;

namespace Judge.Worker.Bench;

/// <summary>Runs programs by bare fork and exec, through a small C program (<c>bare.c</c>), to compare boxes with.</summary>
internal sealed class BareMachine : IDisposable
{
    private readonly Process _process;

    private BareMachine(Process process) => _process = process;

    /// <param name="root">Root folder of the programs; anything but / asks for root's rights.</param>
    /// <param name="input">File that is the standard input of each program.</param>
    /// <param name="commands">Programs run one after another at each take.</param>
    public static BareMachine Start(string binary, string root, string input, params IReadOnlyList<string>[] commands)
    {
        var start = new ProcessStartInfo(binary) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["INPUT"] = input;
        start.ArgumentList.Add(root);
        foreach (var (command, at) in commands.Select((command, at) => (command, at)))
        {
            if (at > 0)
            {
                start.ArgumentList.Add("--");
            }

            foreach (var word in command)
            {
                start.ArgumentList.Add(word);
            }
        }
        return new(Process.Start(start)!);
    }

    /// <summary>Runs all commands once.</summary>
    /// <returns>Milliseconds.</returns>
    /// <exception cref="InvalidOperationException">A program did not exit with 0.</exception>
    public double Take()
    {
        _process.StandardInput.Write('x');
        _process.StandardInput.Flush();
        var nanoseconds = long.Parse(_process.StandardOutput.ReadLine() ?? "-1", CultureInfo.InvariantCulture);
        return nanoseconds >= 0 ? nanoseconds / 1e6 : throw new InvalidOperationException("The bare program failed.");
    }

    /// <summary>Compiles a C program into a folder and returns its path.</summary>
    public static async Task<string> BuildAsync(string source, string folder, CancellationToken ct)
    {
        var binary = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        using var gcc = Process.Start("gcc", ["-static", "-O2", "-o", binary, source]);
        await gcc.WaitForExitAsync(ct);
        return gcc.ExitCode == 0
            ? binary
            : throw new InvalidOperationException($"gcc cannot compile {Path.GetFileName(source)}; install gcc and libc6-dev.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
