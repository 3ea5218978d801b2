using Judge.Programs.Script.Protocol;
using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>
/// One process of the script host in a box, and the talk with it through its standard streams: the host says its version and its build;
/// is told the kind, the file's name, the source and, if known, the compiled script; answers a fault and what it compiled; then
/// a question and an answer, any number of times. Methods that talk wait for the other side.
/// </summary>
internal sealed class Conversation : IAsyncDisposable
{
    /// <summary>What one script may keep in memory; the host and the compiler need some more.</summary>
    public const long HeapBytes = 512L << 20;

    public const long MemoryBytes = HeapBytes + (256L << 20);

    private const long MostCompiled = 16L << 20;

    /// <summary>A process lives as long as its submission is judged; each call has its own limit.</summary>
    private static readonly Limits Limits = new(TimeSpan.FromHours(2), TimeSpan.FromHours(6), MemoryBytes, OutputBytes: 0)
    {
        Processes = 32,
    };

    private static readonly string[] Arguments = ["/usr/lib/dotnet/dotnet", "/usr/lib/script-host/ScriptHost.dll"];

    private static readonly string[] Environment =
    [
        "HOME=/box",
        "LANG=C.UTF-8",
        "DOTNET_EnableDiagnostics=0",
        "DOTNET_EnableWriteXorExecute=0",
        FormattableString.Invariant($"DOTNET_GCHeapHardLimit={HeapBytes:x}"),
    ];

    private readonly CancellationTokenSource _giveUp = new();
    private readonly IBox _box;
    private readonly Stream _toHost;
    private readonly Stream _fromHost;
    private readonly Wire _wire;

    private Conversation(IBox box, Pipe questions, Pipe answers)
    {
        _box = box;
        _toHost = questions.OpenWrite();
        _fromHost = answers.OpenRead();
        _wire = new Wire(_fromHost, _toHost);
        var command = new Command
        {
            Arguments = Arguments,
            Environment = Environment,
            StdinPipe = questions.ReadEnd,
            StdoutPipe = answers.WriteEnd,
        };
        Run = RunAsync(command, questions, answers);
    }

    /// <summary>Whether the host said that it ends with the last answer: the script could not be stopped otherwise.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The host's whole life.</summary>
    public Task<Execution> Run { get; }

    /// <param name="box">From here on it belongs to this.</param>
    public static Conversation Start(IBox box) => new(box, Pipe.Create(), Pipe.Create());

    /// <summary>Waits until the host is up.</summary>
    /// <returns>What says whether scripts that were compiled elsewhere fit.</returns>
    /// <exception cref="SandboxException">It is another one than we know.</exception>
    public string ReadVersion() =>
        _wire.ReadLong() == Wire.Version
            ? _wire.ReadText()
            : throw new SandboxException("The script host in the image csharp speaks another protocol: run sandbox-images/build.");

    /// <param name="compiled">Empty when it is not known.</param>
    /// <returns>What was compiled; empty when it was known.</returns>
    /// <exception cref="ScriptException">It does not compile.</exception>
    public byte[] Load(ScriptKind kind, string file, string source, byte[] compiled)
    {
        _wire.Write((long)kind);
        _wire.Write(file);
        _wire.Write(source);
        _wire.Write(compiled);
        _wire.Flush();
        var fault = _wire.ReadText();
        var assembly = _wire.ReadBytes(MostCompiled);
        return fault.Length == 0 ? assembly : throw new ScriptException(fault);
    }

    /// <exception cref="ScriptException">The script is at fault.</exception>
    public ScriptAnswer Ask(ScriptCall call)
    {
        CallFrame.Write(_wire, call);
        var fault = _wire.ReadText();
        var answer = new ScriptAnswer(_wire.ReadDecimal(), _wire.ReadText(), _wire.ReadText());
        IsOver = _wire.ReadInt(1) == 1;
        return fault.Length == 0 ? answer : throw new ScriptException(fault);
    }

    /// <summary>Lets the host end by itself, else ends it with its box.</summary>
    public async ValueTask DisposeAsync()
    {
        await _toHost.DisposeAsync();
        await Task.WhenAny(Run, Task.Delay(TimeSpan.FromSeconds(1)));
        await KillAsync();
        await _fromHost.DisposeAsync();
        _giveUp.Dispose();
    }

    /// <summary>Ends the host at once, and whoever waits for it.</summary>
    public async Task KillAsync()
    {
        await _giveUp.CancelAsync();
        await _box.DisposeAsync();
    }

    private async Task<Execution> RunAsync(Command command, Pipe questions, Pipe answers)
    {
        try
        {
            return await _box.RunAsync(command, Limits, _giveUp.Token);
        }
        finally
        {
            questions.ReadEnd.Dispose();
            answers.WriteEnd.Dispose();
        }
    }
}
