namespace Judge.ScriptHost.Run;

/// <summary>
/// Ends scripts whose time is over: through <see cref="Guard"/> at their next statement, and where none comes (they hang in
/// a call of the library) by giving up the process.
/// </summary>
internal sealed class Deadline : IDisposable
{
    /// <summary>The time on the clock may be this much longer than the CPU time: others use the core too.</summary>
    private const int Stretch = 10;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25),
        Grace = TimeSpan.FromSeconds(1);

    private readonly Action<Reply> _giveUp;
    private readonly Lock _gate = new();
    private readonly ManualResetEvent _closed = new(false);
    private Turn? _turn;

    /// <param name="giveUp">Sends this last answer and ends the process.</param>
    public Deadline(Action<Reply> giveUp)
    {
        _giveUp = giveUp;
        new Thread(Run) { IsBackground = true }.Start();
    }

    /// <param name="last">What is answered when the script does not stop; asked at that moment.</param>
    public void Begin(TimeSpan limit, Func<Reply> last)
    {
        lock (_gate)
        {
            Guard.Begin();
            _turn = new Turn(limit, last, Environment.CpuUsage.TotalTime, Environment.TickCount64);
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _turn = null;
        }
    }

    public void Dispose() => _closed.Set();

    private void Run()
    {
        while (!_closed.WaitOne(Look))
        {
            lock (_gate)
            {
                if (_turn?.IsOver(Grace) == true)
                {
                    _giveUp(_turn.Last());
                    return;
                }

                if (_turn?.IsOver(TimeSpan.Zero) == true)
                {
                    Guard.End(ScriptEnding.OutOfTime);
                }
            }
        }
    }

    private sealed class Turn(TimeSpan limit, Func<Reply> last, TimeSpan cpuBefore, long began)
    {
        public Func<Reply> Last { get; } = last;

        public bool IsOver(TimeSpan grace) =>
            Environment.CpuUsage.TotalTime - cpuBefore > limit + grace
            || Environment.TickCount64 - began > Stretch * (limit + grace).TotalMilliseconds;
    }
}
