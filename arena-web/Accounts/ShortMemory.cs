using System.Collections.Concurrent;

namespace ArenaWeb.Accounts;

/// <summary>Keeps what was read for 2 s, so that a page with ten requests reads once and another arena's change is seen at once.</summary>
internal sealed class ShortMemory<TKey, TValue>(TimeProvider time)
    where TKey : notnull
{
    /// <summary>Past it all is forgotten, which costs a read each.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<TKey, (TValue Value, long At)> _kept = new();

    public async Task<TValue> GetAsync(TKey key, Func<TKey, Task<TValue>> read)
    {
        // The moment before the read: what changes meanwhile is not kept longer than what was read then.
        var now = time.GetTimestamp();
        if (_kept.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.At, now) < Fresh)
        {
            return kept.Value;
        }
        var value = await read(key);
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }
        _kept[key] = (value, now);
        return value;
    }

    public void Forget() => _kept.Clear();
}
