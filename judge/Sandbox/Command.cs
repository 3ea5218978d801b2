using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox;

/// <summary>
/// What to run: working folder is /box, standard error is kept up to 4 KB unless merged. Names of files may have one folder in
/// front (<c>feedback/score.txt</c>).
/// </summary>
internal sealed record Command
{
    /// <summary>Absolute path of the program in the box, then its arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public Content Stdin { get; init; } = Content.Empty;

    /// <summary>
    /// Read end of a pipe that is standard input instead, closed here once it is handed over. Its other side reads end of file
    /// after this program's end only, see <see cref="Execution.EndedAt"/>.
    /// </summary>
    public SafeFileHandle? StdinPipe { get; init; }

    /// <summary>
    /// Write end of a pipe that is standard output instead, closed here once it is handed over. What goes through is not limited by
    /// <see cref="Limits.OutputBytes"/> but by the pipe's size and the time limits: nobody keeps it.
    /// </summary>
    public SafeFileHandle? StdoutPipe { get; init; }

    /// <summary>
    /// Files laid in /box before the start, owned by the program's user. The same content under several names is there once.
    /// </summary>
    public IReadOnlyDictionary<string, Content> Files { get; init; } = new Dictionary<string, Content>();

    /// <summary>
    /// Ends of named pipes (<see cref="Pipe.Create"/>) that the program opens under a name in /box, closed here once they are handed over.
    /// They end and are bounded as <see cref="StdinPipe"/> and <see cref="StdoutPipe"/> are. Opening one never waits for its other side.
    /// </summary>
    public IReadOnlyDictionary<string, SafeFileHandle> Pipes { get; init; } = new Dictionary<string, SafeFileHandle>();

    /// <summary>Folders made in /box before the start, empty, owned by the program's user.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>
    /// Names of regular files in /box to hand back when all processes are dead. Letter case is ignored (an exact match is
    /// preferred); links are never followed; a missing file is missing from <see cref="Execution.Files"/>. <c>FOLDER/*</c>
    /// stands for all files in a folder, at most 64, together within the output limit; more is over that limit.
    /// </summary>
    public IReadOnlyList<string> Collect { get; init; } = [];

    /// <summary>Standard error goes into standard output (compilers).</summary>
    public bool MergeStderr { get; init; }

    /// <summary>Threads at once of a program that can start no process; more than one costs its start some 0.3 ms.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Whether it may be born of an interpreter that waits in its box, with this same command and environment: the image has one. With a
    /// pipe as a stream it is started as ever.
    /// </summary>
    public bool Fork { get; init; }

    public static IReadOnlyList<string> UsualEnvironment { get; } = ["PATH=/usr/bin:/bin", "HOME=/box", "LANG=C.UTF-8"];

    /// <summary>NAME=VALUE pairs; nothing else is in the environment.</summary>
    public IReadOnlyList<string> Environment { get; init; } = UsualEnvironment;
}

/// <summary>Limits of one run.</summary>
/// <param name="Cpu">CPU time of all processes together.</param>
/// <param name="Wall">Time on the clock; guards against sleeping programs only: waiting for a core is added to it.</param>
/// <param name="MemoryBytes">Memory of the program.</param>
/// <param name="OutputBytes">Standard output, and each collected file.</param>
internal sealed record Limits(TimeSpan Cpu, TimeSpan Wall, long MemoryBytes, long OutputBytes)
{
    /// <summary>Processes at once, each thread of them counted as one; 1: the program can start threads only.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Greatest size of a written file and of all together, in bytes.</summary>
    public long FileBytes { get; init; } = 64L << 20;
}
