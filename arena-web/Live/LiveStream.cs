using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Events;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ArenaWeb.Live;

/// <summary>
/// <c>GET /su-kien</c>: server-sent events, one stream a browser for all its pages. The id is the event's number, so that a browser that
/// lost its connection, or needs another set of topics, is told what it missed. <see cref="LiveRequest"/> says what can be asked.
/// </summary>
internal sealed class LiveStream(LiveFeed feed, StreamLimits limits, IEvents events, IContests contests, Askers askers, TimeProvider time)
{
    public const string Path = "/su-kien";

    /// <summary>Events read again after a lost connection; whoever missed more looks at everything anew.</summary>
    private const int MostRepeated = 500;

    /// <summary>The browser's line (Client/src/live/line.ts) waits for two of them.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public async Task RunAsync(HttpContext http, IHostApplicationLifetime life)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        var ct = either.Token;
        try
        {
            await AnswerAsync(http, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The viewer left, or the program stops.
        }
    }

    private async Task AnswerAsync(HttpContext http, CancellationToken ct)
    {
        var (asked, who) = (LiveRequest.Of(http.Request), Visitor.Of(http.User));
        var asker = await askers.OfAsync(http.User, ct);
        var granted = new List<LiveTopic>();
        foreach (var topic in asked.Topics)
        {
            if (await MayHearAsync(asker, topic, ct))
            {
                granted.Add(topic);
            }
        }
        if (granted.Count == 0)
        {
            Refuse(http, StatusCodes.Status403Forbidden);
            return;
        }
        using var place = asked.Once ? null : limits.Enter(who, http.Connection.RemoteIpAddress);
        if (place is null && !asked.Once)
        {
            Refuse(http, StatusCodes.Status429TooManyRequests);
            return;
        }
        BeginAnswer(http);
        var heard = feed.Heard; // before the view looks on: what comes between is read from the log
        using var view = feed.Look(who, granted);
        foreach (var topic in asked.Topics.Except(granted))
        {
            await WriteAsync(http.Response, LiveMessage.Refused(topic).Bytes, ct);
        }
        await WriteStateAsync(http.Response, view, isAnew: false, ct);
        var told = await RepeatAsync(http.Response, view, asked.After ?? heard, heard, ct);
        await WriteAsync(http.Response, LiveMessage.UpTo(told), ct);
        if (!asked.Once)
        {
            await FollowAsync(http, asker, view, told, ct);
        }
    }

    private async Task<bool> MayHearAsync(Asker asker, LiveTopic topic, CancellationToken ct)
    {
        if (topic.Subject == LiveSubject.Entrant)
        {
            return asker.Entrant?.Value == topic.Number;
        }
        if (await contests.FindAsync(new ContestId(topic.Number), ct) is not { } contest)
        {
            return false;
        }
        var rights = ContestAccess.RightsOf(asker, contest, time.GetUtcNow());
        return topic.Subject switch
        {
            LiveSubject.Contest or LiveSubject.Board => rights[Objects.Contest] == Sight.All,
            LiveSubject.Talk => rights.May(Objects.Place) || rights.May(Objects.Desk),
            LiveSubject.Desk => rights.May(Objects.Desk),
            LiveSubject.Wall => ContestAccess.MaySomewhere(asker, contest, time.GetUtcNow(), Objects.Wall),
            _ => false,
        };
    }

    /// <summary>The browser's script reads the status alone.</summary>
    private static void Refuse(HttpContext http, int status)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
    }

    private static void BeginAnswer(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Tells what came after the browser's last event.</summary>
    /// <param name="heard">Number of the last event before the view looked on.</param>
    /// <returns>Number of the last event that was told or passed over.</returns>
    private async Task<long> RepeatAsync(HttpResponse response, LiveView view, long last, long heard, CancellationToken ct)
    {
        var missed = await events.AfterAsync(last, MostRepeated, ct);
        // A number from the future is one of a database that was put back to an earlier day.
        var isOfAnother = missed.Count == 0 && last > heard && last > await events.LastSequenceAsync(ct);
        if (missed.Count == MostRepeated || isOfAnother)
        {
            await WriteStateAsync(response, view, isAnew: true, ct);
            return heard;
        }
        foreach (var e in missed)
        {
            foreach (var message in (await feed.MessagesOfAsync(e, ct)).Where(message => view.Topics.Contains(message.Topic)))
            {
                await WriteAsync(response, message.Bytes, ct);
            }
        }
        return missed.Count > 0 ? missed[^1].Sequence : last;
    }

    /// <param name="opened">Whoever asked, as the grants were then; with others the browser has to ask anew.</param>
    private async Task FollowAsync(HttpContext http, Asker opened, LiveView view, long told, CancellationToken ct)
    {
        var response = http.Response;
        var news = view.Waiting.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            var isNews = await IsNewsAsync(news, ct);
            if (isNews is null || !(await askers.OfAsync(http.User, ct)).Grants.SequenceEqual(opened.Grants))
            {
                return;
            }
            if (isNews == false)
            {
                var heard = feed.Heard; // first: whatever has a number up to it waits in the view by now
                if (!view.Waiting.TryPeek(out _))
                {
                    told = Math.Max(told, heard);
                    await WriteAsync(response, LiveMessage.UpTo(told), ct);
                }
                continue;
            }
            if (view.TakeMissed())
            {
                await WriteStateAsync(response, view, isAnew: true, ct);
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

    /// <returns>False: nothing came for a while; null: the view has ended.</returns>
    private async Task<bool?> IsNewsAsync(Task<bool> news, CancellationToken ct)
    {
        try
        {
            return await news.WaitAsync(Silence, time, ct) ? true : null;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>
    /// Tells how things stand. To be read once the view looks on: a later change then comes by the view, and none falls between.
    /// </summary>
    private async Task WriteStateAsync(HttpResponse response, LiveView view, bool isAnew, CancellationToken ct)
    {
        foreach (var topic in view.Topics)
        {
            foreach (var message in await feed.StateAsync(topic, isAnew, ct))
            {
                await WriteAsync(response, message.Bytes, ct);
            }
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await response.Body.WriteAsync(bytes, ct);
        await response.Body.FlushAsync(ct);
    }
}
