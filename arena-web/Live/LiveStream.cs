using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Events;
using Microsoft.AspNetCore.Http.Features;

namespace ArenaWeb.Live;

/// <summary>
/// <c>GET /su-kien/{code}</c>: server-sent events of one contest. Everybody hears of the board and the clock, a pupil of the contest also
/// of own submissions. The id is the event's number, so that a browser that lost its connection is told what it missed.
/// </summary>
internal sealed class LiveStream(LiveFeed feed, IEvents events, IContests contests, TimeProvider time)
{
    /// <summary>Name of the parameter with the number of the last event that the page has seen.</summary>
    public const string AfterKey = "sau";

    /// <summary>Events read again after a lost connection; whoever missed more looks at everything anew.</summary>
    private const int MostRepeated = 500;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public async Task RunAsync(HttpContext http, string code, IHostApplicationLifetime life)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var ct = either.Token;
        if (await contests.FindAsync(TypedText.Fold(code), ct) is not { } contest)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var entrant = Visitor.Of(http.User) is PupilVisitor pupil && pupil.Contest == contest.Id ? pupil.Entrant : (EntrantId?)null;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            using var view = feed.Look(contest.Id, entrant);
            await WriteClockAsync(http.Response, contest.Id, ct);
            var told = await RepeatAsync(http, contest.Id, entrant, ct);
            await FollowAsync(http.Response, view, told, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The viewer left, or the program stops.
        }
    }

    /// <summary>Tells what came after the browser's last event.</summary>
    /// <returns>Number of the last event that was told or passed over; 0: none.</returns>
    private async Task<long> RepeatAsync(HttpContext http, ContestId contest, EntrantId? entrant, CancellationToken ct)
    {
        if (LastSeen(http.Request) is not { } last)
        {
            return 0;
        }
        var missed = await events.AfterAsync(last, MostRepeated, ct);
        if (missed.Count == MostRepeated)
        {
            await WriteAsync(http.Response, LiveMessage.Resync, ct);
            return 0;
        }
        foreach (var e in missed)
        {
            if (await feed.MessageOfAsync(e, ct) is { } message && message.IsFor(contest, entrant))
            {
                await WriteAsync(http.Response, message.Bytes, ct);
            }
        }
        return missed.Count > 0 ? missed[^1].Sequence : last;
    }

    /// <summary>What the browser heard last on this connection, else what the page was made with; null: neither is said.</summary>
    private static long? LastSeen(HttpRequest request)
    {
        var said = request.Headers["Last-Event-ID"].ToString();
        return long.TryParse(
            said.Length > 0 ? said : request.Query[AfterKey].ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var last
        )
            ? last
            : null;
    }

    private async Task FollowAsync(HttpResponse response, LiveView view, long told, CancellationToken ct)
    {
        var news = view.Waiting.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            try
            {
                await news.WaitAsync(Silence, time, ct);
            }
            catch (TimeoutException)
            {
                await WriteAsync(response, LiveMessage.Heartbeat, ct);
                continue;
            }
            if (view.TakeMissed())
            {
                await WriteAsync(response, LiveMessage.Resync, ct);
                await WriteClockAsync(response, view.Contest, ct);
            }
            while (view.Waiting.TryRead(out var message))
            {
                if (message.Sequence is null || message.Sequence > told)
                {
                    await WriteAsync(response, message.Bytes, ct);
                }
            }
            news = view.Waiting.WaitToReadAsync(ct).AsTask();
        }
    }

    /// <summary>
    /// Tells the window as it is now. To be read once the view looks on: a later change then comes by the view, and none falls between.
    /// </summary>
    private async Task WriteClockAsync(HttpResponse response, ContestId id, CancellationToken ct)
    {
        if (await contests.FindAsync(id, ct) is { } contest)
        {
            await WriteAsync(response, feed.ClockOf(contest).Bytes, ct);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await response.Body.WriteAsync(bytes, ct);
        await response.Body.FlushAsync(ct);
    }
}
