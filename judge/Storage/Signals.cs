using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Judge.Storage;

/// <summary>
/// Short messages between those who changed something and those who wait for it. They may come twice or carry no text
/// after a lost connection, so a listener looks into the database for what is true.
/// </summary>
internal sealed class Signals
{
    public const string Events = "judge_events";
    public const string Progress = "judge_progress";

    public static readonly IReadOnlyList<string> All = [Events, Progress];

    private readonly ConcurrentDictionary<string, ImmutableList<Action<string>>> _listeners = new();

    /// <summary>Calls back on every message until disposed; the callback must be quick and must not throw.</summary>
    public IDisposable Listen(string channel, Action<string> heard)
    {
        _listeners.AddOrUpdate(channel, [heard], (_, known) => known.Add(heard));
        return new Subscription(this, channel, heard);
    }

    public void Notify(string channel, string text)
    {
        foreach (var heard in _listeners.GetValueOrDefault(channel, []))
        {
            heard(text);
        }
    }

    private sealed class Subscription(Signals signals, string channel, Action<string> heard) : IDisposable
    {
        public void Dispose() => signals._listeners.AddOrUpdate(channel, [], (_, known) => known.Remove(heard));
    }
}
