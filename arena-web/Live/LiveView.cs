using System.Collections.Frozen;
using System.Threading.Channels;
using ArenaWeb.Accounts;

namespace ArenaWeb.Live;

/// <summary>One viewer, which is a browser: a queue of what it has still to be told.</summary>
internal sealed class LiveView : IDisposable
{
    private const int Longest = 64;

    private readonly Channel<LiveMessage> _waiting;
    private readonly Action<LiveView> _leave;
    private int _missed;

    public LiveView(FrozenSet<LiveTopic> topics, Action<LiveView> leave)
    {
        (Topics, _leave) = (topics, leave);
        var options = new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _waiting = Channel.CreateBounded<LiveMessage>(options, _ => Interlocked.Exchange(ref _missed, 1));
    }

    public FrozenSet<LiveTopic> Topics { get; }

    /// <summary>Whose browser it is; null: nobody has signed in there.</summary>
    public Visitor? Who { get; init; }

    public ChannelReader<LiveMessage> Waiting => _waiting.Reader;

    public void Offer(LiveMessage message)
    {
        if (Topics.Contains(message.Topic))
        {
            _waiting.Writer.TryWrite(message);
        }
    }

    /// <summary>True once after something had to be dropped.</summary>
    public bool TakeMissed() => Interlocked.Exchange(ref _missed, 0) == 1;

    /// <summary>The stream ends after what waits; the browser opens it anew with the rights that it has then.</summary>
    public void End() => _waiting.Writer.TryComplete();

    public void Dispose() => _leave(this);
}
