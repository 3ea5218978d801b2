using System.Text;
using ArenaWeb.Live;
using Judge.Contests;
using Judge.Events;

namespace ArenaWeb.Tests.Live;

public sealed class LiveFeedTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static readonly ContestId Contest = new(1_000_001);

    [Fact]
    public void A_message_is_ready_bytes_of_an_event_stream() =>
        Assert.Equal(
            "id: 7\nevent: submission\ndata: {\"topic\":\"entrant:1\",\"id\":3}\n\n",
            Encoding.UTF8.GetString(LiveMessage.Of(Own(1), 7, "submission", "\"id\":3").Bytes.Span)
        );

    [Fact]
    public void What_has_no_number_leaves_the_browsers_last_number_alone() =>
        Assert.StartsWith(
            "event: board\n",
            Encoding.UTF8.GetString(LiveMessage.Of(LiveTopic.Board(Contest), null, "board", "").Bytes.Span)
        );

    [Fact]
    public void Everybody_hears_of_the_board_and_only_the_owner_of_a_submission()
    {
        var feed = arena.Get<LiveFeed>();
        using var owner = feed.Look(LiveTopic.Board(Contest), Own(1));
        using var other = feed.Look(LiveTopic.Board(Contest), Own(2));
        using var visitor = feed.Look(LiveTopic.Board(Contest));
        using var elsewhere = feed.Look(LiveTopic.Board(new ContestId(1_000_002)));
        feed.PublishBoard(Contest, "v1");
        feed.Publish(LiveMessage.Of(Own(1), 1, "submission", ""));
        Assert.Equal([2, 1, 1, 0], new[] { owner, other, visitor, elsewhere }.Select(Heard));
    }

    [Theory]
    [InlineData(EventKind.Submitted)]
    [InlineData(EventKind.Judged)]
    [InlineData(EventKind.JudgeFailed)]
    [InlineData(EventKind.Rejudged)]
    public async Task Of_a_submission_its_owner_is_told_no_more_than_that_there_is_news(EventKind kind)
    {
        var all = await arena
            .Get<LiveFeed>()
            .MessagesOfAsync(
                new Event(9, default, kind, Contest, new EntrantId(1), 3, "{\"verdict\":\"Accepted\"}"),
                TestContext.Current.CancellationToken
            );
        var told = Assert.Single(all, message => message.Topic == Own(1));
        Assert.All(all.Except([told]), message => Assert.Equal(LiveTopic.Wall(Contest), message.Topic));
        Assert.Equal("id: 9\nevent: submission\ndata: {\"topic\":\"entrant:1\",\"id\":3}\n\n", Encoding.UTF8.GetString(told.Bytes.Span));
    }

    [Fact]
    public void Who_is_too_slow_loses_the_oldest_and_is_told_once()
    {
        using var view = new LiveView([LiveTopic.Board(Contest)], _ => { });
        for (var i = 1; i <= 100; i++)
        {
            view.Offer(LiveMessage.Of(LiveTopic.Board(Contest), i, "board", ""));
        }
        Assert.True(view.TakeMissed());
        Assert.False(view.TakeMissed());
        Assert.True(view.Waiting.TryRead(out var oldest));
        Assert.Equal(37, oldest!.Sequence);
    }

    [Fact]
    public void Who_leaves_is_forgotten()
    {
        var feed = arena.Get<LiveFeed>();
        var before = feed.Viewers;
        var view = feed.Look(LiveTopic.Board(Contest));
        Assert.Equal(before + 1, feed.Viewers);
        view.Dispose();
        Assert.Equal(before, feed.Viewers);
    }

    private static LiveTopic Own(long entrant) => LiveTopic.Own(new EntrantId(entrant));

    private static int Heard(LiveView view)
    {
        var heard = 0;
        while (view.Waiting.TryRead(out _))
        {
            heard++;
        }
        return heard;
    }
}
