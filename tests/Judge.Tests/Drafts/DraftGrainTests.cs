using Judge.Drafts;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Drafts;

public sealed class DraftGrainTests
{
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly Kept _kept = new();

    private DraftGrain Grain { get; }

    public DraftGrainTests() => Grain = new DraftGrain(_kept, _clock);

    [Fact]
    public async Task The_first_text_is_kept_at_once()
    {
        var saved = await SaveAsync("a");
        Assert.Equal(("a", 1), (saved.Newest!.Text, _kept.Writes));
    }

    [Fact]
    public async Task However_fast_somebody_types_a_draft_is_written_once_in_two_seconds_and_nobody_is_told_before()
    {
        await SaveAsync("a");
        var (second, third) = (SaveAsync("b"), SaveAsync("c"));
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted || third.IsCompleted);
        Assert.Equal(1, _kept.Writes);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(second, third);
        Assert.Equal((2, "c"), (_kept.Writes, _kept.Stored.Newest!.Text));
    }

    [Fact]
    public async Task A_numbered_text_that_comes_after_a_later_one_is_answered_with_what_is_kept()
    {
        await Grain.SaveNumberedAsync("blocks", "new", 7);
        var late = Grain.SaveNumberedAsync("blocks", "old", 6);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("new", 7), ((await late).Newest!.Text, _kept.Stored.Newest!.Number));
    }

    [Fact]
    public async Task What_comes_while_a_text_is_written_is_told_only_after_the_next_write()
    {
        _kept.Slow = new TaskCompletionSource();
        var (first, second) = (SaveAsync("a"), SaveAsync("b"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(second.IsCompleted);
        _kept.Slow.SetResult();
        await first;
        await second;
        Assert.Equal((2, "b"), (_kept.Writes, _kept.Stored.Newest!.Text));
    }

    [Fact]
    public async Task A_failed_write_is_told_and_the_next_one_makes_up_for_it()
    {
        _kept.Trouble = new IOException("The disk is full.");
        await Assert.ThrowsAsync<IOException>(() => SaveAsync("a"));
        _kept.Trouble = null;
        var next = SaveAsync("b");
        _clock.Advance(TimeSpan.FromSeconds(2));
        await next;
        Assert.Equal("b", _kept.Stored.Newest!.Text);
    }

    [Fact]
    public async Task What_was_handed_in_does_not_come_back_with_a_write_that_waited()
    {
        await SaveAsync("a");
        var waiting = SaveAsync("b");
        await Grain.ForgetAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await waiting;
        Assert.Equal((1, false), (_kept.Writes, _kept.RecordExists));
        Assert.Null((await Grain.FindAsync()).Newest);
    }

    [Fact]
    public async Task No_two_texts_are_of_the_same_moment()
    {
        var (first, second) = (await SaveAsync("a"), SaveAsync("b"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await second).Newest!.At > first.Newest!.At);
    }

    [Fact]
    public async Task What_cannot_be_handed_in_is_not_kept()
    {
        await SaveAsync(new string('x', IDraftGrain.MostBytes));
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAsync(new string('ă', IDraftGrain.MostBytes / 2 + 1)));
    }

    private Task<Draft> SaveAsync(string text) => Grain.SaveAsync("pascal", text, "page", 0);

    private sealed class Kept : IPersistentState<Draft>
    {
        public Draft State { get; set; } = new();

        public Draft Stored { get; private set; } = new();

        public int Writes { get; private set; }

        public Exception? Trouble { get; set; }

        public TaskCompletionSource? Slow { get; set; }

        public string? Etag => null;

        public bool RecordExists { get; private set; }

        public async Task WriteStateAsync()
        {
            if (Trouble is not null)
            {
                throw Trouble;
            }
            var state = State;
            await (Slow?.Task ?? Task.CompletedTask);
            (Stored, Writes, RecordExists) = (state, Writes + 1, true);
        }

        public Task ClearStateAsync()
        {
            (State, Stored, RecordExists) = (new(), new(), false);
            return Task.CompletedTask;
        }

        public Task ReadStateAsync() => Task.CompletedTask;
    }
}
