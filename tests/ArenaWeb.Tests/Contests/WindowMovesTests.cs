using ArenaWeb.Contests;
using ArenaWeb.Staff;
using Judge.Contests;

namespace ArenaWeb.Tests.Contests;

public sealed class WindowMovesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    private static readonly Contest Contest = new()
    {
        Code = "A",
        Names = new Dictionary<string, string> { ["vi"] = "A" },
        Scoring = ScoringStyle.Points,
        Problems = [new("A", "a", 1)],
        Start = Start,
        End = Start.AddMinutes(150),
        FreezeAt = Start.AddMinutes(120),
    };

    [Fact]
    public void Starting_now_keeps_the_length_and_the_freeze()
    {
        var moved = WindowMoves.StartNow(Contest, Start.AddDays(-1))!;
        Assert.Equal(Start.AddDays(-1), moved.Start);
        Assert.Equal(TimeSpan.FromMinutes(150), moved.End - moved.Start);
        Assert.Equal(TimeSpan.FromMinutes(120), moved.FreezeAt - moved.Start);
    }

    [Fact]
    public void Starting_now_cuts_nobodys_own_time_off()
    {
        var own = Contest with { Duration = TimeSpan.FromMinutes(60), FreezeAt = null };
        Assert.Equal(own.End, WindowMoves.StartNow(own, Start.AddDays(-1))!.End);
    }

    [Fact]
    public void A_running_contest_cannot_start() => Assert.Null(WindowMoves.StartNow(Contest, Start));

    [Fact]
    public void A_saved_window_is_read_back_to_the_millisecond()
    {
        var odd = Contest with { End = Contest.End.AddMilliseconds(123), FreezeAt = null };
        Assert.Equal(SavedWindow.Of(odd), SavedWindow.Parse(SavedWindow.Of(odd).ToString()));
        Assert.Equal(SavedWindow.Of(Contest), SavedWindow.Parse(SavedWindow.Of(Contest).ToString()));
        Assert.Null(SavedWindow.Parse("yesterday/today/"));
        Assert.Null(SavedWindow.Parse(null));
    }
}
