using Dapper;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Queue;

public sealed class JudgeHeartbeatsOnSqliteTests() : JudgeHeartbeatsContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class JudgeHeartbeatsOnPostgresTests(PostgresFixture server) : JudgeHeartbeatsContract(new OnPostgres(server));

public abstract class JudgeHeartbeatsContract(DatabaseKind kind) : StoreTest(kind)
{
    [Fact]
    public async Task Judges_that_were_heard_of_in_the_last_minute_live_with_what_they_said_last()
    {
        await BeatAsync("dead", 5);
        Clock.Advance(TimeSpan.FromSeconds(50));
        await BeatAsync("n", 6);
        Clock.Advance(TimeSpan.FromSeconds(11));
        await BeatAsync("n", 7, "slow");
        Assert.Equal([new JudgeState("n", Clock.GetUtcNow(), SandboxKind.Docker, 2, 1, 7, "slow")], await Here.Heartbeats.SeenAsync(Ct));
    }

    [Theory]
    [InlineData("Docker", SandboxKind.Docker)]
    [InlineData("Docker 28.5", SandboxKind.Docker)]
    [InlineData("Bubblewrap", SandboxKind.Bubblewrap)]
    [InlineData("None: no engine answers", SandboxKind.None)]
    [InlineData("", SandboxKind.None)]
    public async Task What_an_older_judge_wrote_of_its_sandbox_is_read(string text, SandboxKind kind)
    {
        await BeatAsync("n", 1);
        await Here.Database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE judges SET sandbox = @text", new { text }, t), Ct);
        Assert.Equal(kind, Assert.Single(await Here.Heartbeats.SeenAsync(Ct)).Sandbox);
    }

    private Task BeatAsync(string name, long judged, string trouble = "") =>
        Here.Heartbeats.BeatAsync(new JudgeState(name, default, SandboxKind.Docker, 2, 1, judged, trouble), Ct);
}
