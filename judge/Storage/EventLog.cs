using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Judge.Events;
using Microsoft.Extensions.Logging;

namespace Judge.Storage;

/// <summary>
/// The log for readers. One pump a process reads new events once and keeps the latest in memory; followers wait on a pulse
/// and read from there, so an idle one costs nothing and a busy contest is read once, not once a follower.
/// </summary>
internal sealed class EventLog(Database database, ILogger<EventLog> log) : IEvents, IAsyncDisposable
{
    private const int Batch = 500;
    private const int MostKept = 4_000;

    /// <summary>The net under a lost message, and how another process' writes to an SQLite file are seen.</summary>
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly AsyncPulse _news = new();
    private readonly AsyncPulse _heard = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private Task? _pumping;
    private Tail? _tail;

    public Task<long> LastSequenceAsync(CancellationToken ct) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT last FROM event_counter"), ct);

    public Task<IReadOnlyList<Event>> AfterAsync(long sequence, int most, CancellationToken ct) =>
        database.ReadAsync(connection => EventRows.AfterAsync(connection, sequence, most), ct);

    public Task AppendAsync(DbTransaction transaction, Event happened) =>
        EventRows.AppendAsync(
            database,
            transaction.Connection!,
            transaction,
            happened.At.ToUnixTimeMilliseconds(),
            happened.Kind,
            happened.Contest,
            happened.Entrant,
            happened.Subject,
            happened.Text
        );

    public async IAsyncEnumerable<Event> FollowAsync(long sequence, [EnumeratorCancellation] CancellationToken ct)
    {
        lock (_gate)
        {
            _pumping ??= Task.Run(PumpAsync, CancellationToken.None);
        }

        while (!ct.IsCancellationRequested)
        {
            var news = _news.Next;
            var batch = await LookAsync(sequence, ct);
            foreach (var e in batch)
            {
                yield return e;
                sequence = e.Sequence;
            }

            if (batch.Count == 0)
            {
                await news.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_pumping is { } pumping)
        {
            await pumping;
        }
    }

    /// <summary>Tries until the database answers: who follows, such as a board, follows for as long as the program runs.</summary>
    private async Task<IReadOnlyList<Event>> LookAsync(long sequence, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                return Volatile.Read(ref _tail)?.After(sequence) ?? await AfterAsync(sequence, Batch, CancellationToken.None);
            }
            catch (Exception e)
            {
                log.LogWarning(e, "A follower cannot read the event log; trying again");
                await Task.Delay(AfterFailure, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return [];
    }

    private async Task PumpAsync()
    {
        using var subscription = database.Listen(Signals.Events, _ => _heard.Pulse());
        while (!_end.IsCancellationRequested)
        {
            var wake = _heard.Next;
            try
            {
                if (await ReadOnAsync())
                {
                    continue;
                }
            }
            catch (Exception) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The event log cannot be read; trying again");
                wake = Task.Delay(AfterFailure, _end.Token);
            }

            await Task.WhenAny(wake, Task.Delay(SlowPoll, _end.Token));
        }
    }

    /// <returns>Whether there was something new.</returns>
    private async Task<bool> ReadOnAsync()
    {
        var tail = _tail ?? new Tail(await LastSequenceAsync(_end.Token), []);
        var batch = await AfterAsync(tail.Last, Batch, _end.Token);
        var first = _tail is null;
        Volatile.Write(ref _tail, tail.With(batch));
        if (batch.Count > 0 || first)
        {
            _news.Pulse();
        }

        return batch.Count > 0;
    }

    /// <param name="Before">Number of the event before the first kept.</param>
    private sealed record Tail(long Before, IReadOnlyList<Event> Events)
    {
        public long Last => Before + Events.Count;

        /// <summary>Null: it reaches further back than what is kept.</summary>
        public IReadOnlyList<Event>? After(long sequence) =>
            sequence < Before ? null
            : sequence >= Last ? []
            : [.. Events.Skip((int)(sequence - Before))];

        public Tail With(IReadOnlyList<Event> news)
        {
            var skip = Math.Max(0, Events.Count + news.Count - MostKept);
            return news.Count == 0 ? this : new Tail(Before + skip, [.. Events.Concat(news).Skip(skip)]);
        }
    }
}
