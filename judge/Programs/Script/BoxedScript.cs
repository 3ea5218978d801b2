using Judge.Sandbox;

namespace Judge.Programs.Script;

/// <summary>A script in a process of its own, which is started when it is first asked and again after it had to be ended.</summary>
/// <param name="path">Absolute path of the <c>.csx</c> file.</param>
/// <param name="open">Opens a box for a new process.</param>
internal sealed class BoxedScript(string path, ScriptKind kind, ScriptCache cache, Func<CancellationToken, Task<IBox>> open) : IScriptHost
{
    private const int MostSource = 1 << 20;

    /// <summary>For the host to come up and for the compiler, on a machine under load.</summary>
    private static readonly TimeSpan Preparing = TimeSpan.FromSeconds(60);

    /// <summary>What the host may take on top of a call's own limit (ten times that on the clock) to read, to stop and to answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _file = Path.GetFileName(path);
    private Conversation? _live;
    private ScriptException? _broken;

    public async Task<ScriptAnswer> CallAsync(ScriptCall call, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_broken is not null)
            {
                throw new ScriptException(_broken.Message);
            }

            var talk = _live ??= await StartAsync(ct);
            return await ListenAsync(talk, () => talk.Ask(call), call.Limit * 10 + Grace, call.Name, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await EndAsync();
        _turn.Dispose();
    }

    private async Task<Conversation> StartAsync(CancellationToken ct)
    {
        var source = ReadSource();
        var talk = _live = Conversation.Start(await open(ct));
        var version = await ListenAsync(talk, talk.ReadVersion, Preparing, test: null, ct);
        var key = ScriptCache.Key(version, kind, source);
        var known = cache.Find(key);
        try
        {
            var compiled = await ListenAsync(talk, () => talk.Load(kind, _file, source, known), Preparing, "", ct);
            if (compiled.Length > 0)
            {
                cache.Keep(key, compiled);
            }

            return talk;
        }
        catch (ScriptException e)
        {
            _broken = e;
            await EndAsync();
            throw;
        }
    }

    /// <exception cref="ScriptException">There is no such file, or it is too large.</exception>
    private string ReadSource()
    {
        try
        {
            return new FileInfo(path).Length <= MostSource
                ? File.ReadAllText(path)
                : throw new ScriptException($"{_file}: a script has at most 1 MB.");
        }
        catch (IOException)
        {
            throw new ScriptException($"{_file}: the file is missing.");
        }
    }

    /// <summary>
    /// Lets the host talk, for so long. Whoever does not answer as agreed is ended, and a new process serves the next call.
    /// </summary>
    /// <param name="test">Of which test we speak; null: no script is there yet, so nothing can be its fault.</param>
    private async Task<T> ListenAsync<T>(Conversation talk, Func<T> say, TimeSpan patience, string? test, CancellationToken ct)
    {
        var answer = Task.Run(say, CancellationToken.None);
        try
        {
            return await answer.WaitAsync(patience, ct);
        }
        catch (ScriptException) when (!talk.IsOver && !talk.Run.IsCompleted)
        {
            throw;
        }
        catch (Exception e)
        {
            _ = answer.ContinueWith(late => late.Exception, TaskContinuationOptions.OnlyOnFaulted);
            var reason = e is EndOfStreamException or IOException ? await HostEnding.ReasonAsync(talk.Run, _file, test) : null;
            await EndAsync();
            throw reason ?? Named(e, test);
        }
    }

    private Exception Named(Exception e, string? test) =>
        e switch
        {
            TimeoutException when test is null => new SandboxException("The script host did not come up in time."),
            TimeoutException => new ScriptException(HostEnding.Sentence(_file, "did not answer in time.", test!)),
            InvalidDataException => new ScriptException(HostEnding.Sentence(_file, "disturbed the process that it ran in.", test ?? "")),
            _ => e,
        };

    private async Task EndAsync()
    {
        var talk = _live;
        _live = null;
        await (talk?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
