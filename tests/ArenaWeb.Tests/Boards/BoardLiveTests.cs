using System.Net;
using System.Text;
using ArenaWeb.Arena;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Boards;

/// <summary>The way from a judgement to the viewers of a board.</summary>
public sealed class BoardLiveTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_the_same_bytes_until_something_changes_and_then_viewers_hear_of_it()
    {
        var contest = await arena.AddContestAsync();
        var card = await arena.AddPupilAsync(contest);
        using var first = await RowsAsync(contest.Code, null);
        using (var same = await RowsAsync(contest.Code, first.Headers.ETag!.ToString()))
        {
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(Ct));
        }
        using var view = arena.Get<LiveFeed>().Look(contest.Id, null);
        await arena.Get<ISubmissions>().AddAsync(new(contest.Id, card.Entrant, "A", "pascal", "begin end."u8.ToArray(), Guid.NewGuid()), Ct);
        await arena.JudgeAllAsync(_ => new() { Verdict = Verdict.Accepted, Share = 1 });
        string html;
        do
        {
            // Boards pause between versions by the arena's clock.
            var message = await view.Waiting.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
            Assert.StartsWith("event: board", Encoding.UTF8.GetString(message.Bytes.Span));
            arena.Clock.Turn(TimeSpan.FromSeconds(1));
            using var changed = await RowsAsync(contest.Code, first.Headers.ETag!.ToString());
            html = await changed.Content.ReadAsStringAsync(Ct);
        }
        while (!html.Contains("cell-solved"));
    }

    private async Task<HttpResponseMessage> RowsAsync(string code, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/bang/{code}/rows");
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await arena.Browser().Client.SendAsync(request, Ct);
    }
}
