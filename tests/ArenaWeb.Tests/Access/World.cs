using System.Text;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Tests.Judgements;
using Judge.Board;
using Judge.Contests;
using Judge.Drafts;
using Judge.Events;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Access;

/// <summary>What may differ between two worlds.</summary>
public enum Secret
{
    /// <summary>Of a try after the freeze.</summary>
    FrozenVerdict,

    /// <summary>Of a pupil who did not agree that it is shown.</summary>
    Name,

    Draft,

    /// <summary>Of another pupil.</summary>
    Source,

    /// <summary>What a pupil has asked the jury.</summary>
    Question,

    /// <summary>A contest that is being prepared: that there is one, its names, problems and entrants.</summary>
    Planned,
}

/// <summary>A contest in which only one thing depends on the world.</summary>
/// <param name="Other">A pupil whose name is shown, and who keeps no secret.</param>
/// <param name="Owner">The pupil whom the secret is about.</param>
/// <param name="Threads">Numbers of what was asked and announced.</param>
internal sealed record SecretContest(
    Secret Secret,
    Contest Contest,
    Card Other,
    Card Owner,
    IReadOnlyList<SubmissionId> Submissions,
    IReadOnlyList<long> Threads
);

/// <summary>An arena with a contest for each secret. Two of them differ in the secrets and in nothing else.</summary>
internal sealed class World : IAsyncDisposable
{
    /// <summary>Somebody who has all boards open, so that they are followed as long as the world stands.</summary>
    private LiveView _onlooker = null!;

    private const string Password = "mật khẩu đủ dài";

    public ArenaFixture Arena { get; } = new();

    public List<SecretContest> Contests { get; } = [];

    public RejudgingId Rejudging { get; private set; }

    public SecretContest Frozen => Contests[(int)Secret.FrozenVerdict];

    public SecretContest Planned => Contests[(int)Secret.Planned];

    public static async Task<World> MakeAsync(bool isOther)
    {
        var world = new World();
        await world.Arena.InitializeAsync();
        foreach (var secret in Enum.GetValues<Secret>())
        {
            world.Contests.Add(
                secret == Secret.Planned ? await world.PlanContestAsync(isOther) : await world.AddContestAsync(secret, isOther)
            );
        }
        await world.Arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        world.Arena.Clock.Advance(TimeSpan.FromMinutes(20));
        foreach (var (at, one) in world.Contests.Index().Where(each => each.Item != world.Planned).ToList())
        {
            var late = await world.HandInAsync(one.Contest, one.Owner, "B", "begin writeln(2) end.");
            world.Contests[at] = one with { Submissions = [.. one.Submissions, late] };
        }
        await world.Arena.JudgeAllAsync(submission =>
            isOther && submission.Contest == world.Frozen.Contest.Id ? SomeJudgements.Accepted : SomeJudgements.Wrong
        );
        var scope = new RejudgeScope(world.Frozen.Contest.Id);
        world._onlooker = world.Arena.Get<LiveFeed>().Look(world.Contests.Select(one => LiveTopic.Board(one.Contest.Id)));
        world.Rejudging = (await world.Arena.Get<IRejudgings>().StartAsync(scope, "Để thử", "test", CancellationToken.None))!.Id;
        return world;
    }

    /// <summary>A browser of whoever looks on, which signs in where it must.</summary>
    public async Task<Browser> BrowserAsync(Viewer viewer)
    {
        if (viewer.Role != StaffRole.None)
        {
            var login = $"{viewer.Role}{viewer.In}".ToLowerInvariant();
            var granted = new[] { (viewer.Role, ScopeOf(viewer)) };
            await Arena.Get<StaffAccounts>().AddAsync(login, "Trần Văn Bình", granted, Password, "test", CancellationToken.None);
            var browser = Arena.Browser();
            Assert.NotNull((await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = Password })).Location);
            return browser;
        }
        return viewer.In is { } secret ? await SignInAsync(Contests[(int)secret], viewer.IsOwner) : Arena.Browser();
    }

    /// <summary>Goes on by a minute, within which boards show what has become of a contest and tell so to whoever looks on.</summary>
    public async Task SettleAsync(Contest contest)
    {
        var (boards, feed) = (Arena.Get<IBoards>(), Arena.Get<LiveFeed>());
        var last = await Arena.Get<IEvents>().LastSequenceAsync(CancellationToken.None);
        var end = Arena.Clock.GetUtcNow().AddMinutes(1);
        while (!await IsToldAsync())
        {
            Assert.True(Arena.Clock.GetUtcNow() < end, $"The board of {contest.Code} stands still.");
            Arena.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        Arena.Clock.SetUtcNow(end);

        async Task<bool> IsToldAsync()
        {
            await Arena.Browser().GetAsync($"/bang/{contest.Code}/rows");
            var board = await boards.NowAsync(contest.Id, BoardSide.Public, CancellationToken.None);
            return board!.Version >= last
                && (feed.BoardVersion(contest.Id) is var told && (told.Length == 0 || told == $"{board.Version}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _onlooker.Dispose();
        await Arena.DisposeAsync();
    }

    /// <summary>Where the grant of a member of the staff holds.</summary>
    public Scope ScopeOf(Viewer viewer) => viewer.In is { } secret ? new(Contests[(int)secret].Contest.Id) : Scope.Site;

    /// <summary>Whether the matrix shows a viewer the secret of a contest now.</summary>
    public bool Shows(SecretContest one, Viewer viewer)
    {
        var isPupil = viewer is { Role: StaffRole.None, In: not null };
        var sits = isPupil ? Contests[(int)viewer.In!] : null;
        var asker = new Asker(
            isPupil || viewer.Role == StaffRole.None ? null : "staff",
            viewer.IsOwner ? sits?.Owner.Entrant : sits?.Other.Entrant,
            sits?.Contest.Id,
            viewer.Role == StaffRole.None ? [] : [new Grant(1, "staff", viewer.Role, ScopeOf(viewer), "test", default)]
        );
        var subject = ContestAccess.SubjectOf(one.Contest) with { Entrant = one.Owner.Entrant };
        var rights = Rights.Of(asker, subject, ContestAccess.PhaseAt(one.Contest, Arena.Clock.GetUtcNow()));
        return one.Secret switch
        {
            Secret.FrozenVerdict => rights.May(Objects.FrozenResults) || rights[Objects.Work] > Sight.State,
            Secret.Name => rights.May(Objects.Names),
            Secret.Draft => rights.May(Objects.Drafts),
            Secret.Planned => rights.May(Objects.Contest),
            Secret.Question => rights.May(Objects.Desk) || (viewer.IsOwner && viewer.In == one.Secret),
            _ => rights[Objects.Work] > Sight.State,
        };
    }

    private Task<Browser> SignInAsync(SecretContest one, bool isOwner) => Arena.SignInAsync(one.Contest, isOwner ? one.Owner : one.Other);

    private async Task<SecretContest> AddContestAsync(Secret secret, bool isOther)
    {
        var freeze = Arena.Clock.GetUtcNow().AddMinutes(10);
        var contest = await Arena.AddContestAsync(contest => contest with { FreezeAt = freeze });
        var other = await Arena.AddPupilAsync(contest, "HS001", publish: true);
        var name = secret == Secret.Name && isOther ? "Trần Kín" : "Nguyễn Văn Giấu";
        var owner = await Arena.AddPupilAsync(contest, "HS002", name);
        var source = secret == Secret.Source && isOther ? "begin { bí mật } writeln(1 + 1) end." : "begin writeln(1) end.";
        var submissions = new[] { await HandInAsync(contest, other, "A", "begin end."), await HandInAsync(contest, owner, "A", source) };
        var draft = secret == Secret.Draft && isOther ? "một bản nháp khác" : "bản nháp";
        var kept = Arena.Get<IGrainFactory>().DraftOf($"entrant-{owner.Entrant.Value}", "A");
        await kept.SaveAsync("pascal", draft, "pc", 0);
        var question = secret == Secret.Question && isOther ? "Em hỏi điều kín" : "Em hỏi một điều";
        return new(secret, contest, other, owner, submissions, await AskAsync(contest, owner, question));
    }

    /// <summary>In each world it has another address, and is what only the staff may see of it.</summary>
    private async Task<SecretContest> PlanContestAsync(bool isOther)
    {
        var now = Arena.Clock.GetUtcNow();
        var contest = await Arena.AddContestAsync(contest =>
            contest with
            {
                Code = isOther ? "KIN-2" : "KIN-1",
                Names = new Dictionary<string, string> { ["vi"] = isOther ? "Kỳ thi giấu" : "Kỳ thi kín", ["en"] = "Plan" },
                Start = now.AddHours(6),
                End = now.AddHours(8),
                Life = [new() { Act = LifeAct.Draft, At = now }],
                Problems = isOther ? [new("A", TestProblems.Files, 70)] : contest.Problems,
            }
        );
        var other = await Arena.AddPupilAsync(contest, isOther ? "KM001" : "HS001", isOther ? "Lý Kín" : "Lê Giấu", publish: true);
        var owner = await Arena.AddPupilAsync(contest, isOther ? "KM002" : "HS002");
        return new(Secret.Planned, contest, other, owner, [], await AskAsync(contest, owner, "Em hỏi một điều"));
    }

    private async Task<IReadOnlyList<long>> AskAsync(Contest contest, Card card, string text)
    {
        var threads = Arena.Get<ClarificationStore>();
        await threads.AskAsync(contest.Id, card.Entrant, null, text, $"key {contest.Id.Value}", CancellationToken.None);
        return [.. (await threads.OfContestAsync(contest.Id, CancellationToken.None)).Select(thread => thread.Id)];
    }

    private async Task<SubmissionId> HandInAsync(Contest contest, Card card, string label, string source)
    {
        var handin = new Handin(contest.Id, card.Entrant, label, "pascal", Encoding.UTF8.GetBytes(source), Guid.NewGuid());
        return (await Arena.Get<ISubmissions>().AddAsync(handin, CancellationToken.None)).Id;
    }
}

/// <summary>In what part somebody walks through a world.</summary>
/// <param name="Role">None: no staff.</param>
/// <param name="In">A pupil of this secret's contest, or staff of it alone; null: staff of the whole site, or the public.</param>
internal sealed record Viewer(StaffRole Role = StaffRole.None, Secret? In = null, bool IsOwner = false)
{
    /// <summary>From whoever sees more to whoever sees less. Into what is only planned no pupil comes.</summary>
    public static IReadOnlyList<Viewer> All { get; } =
    [
        .. Enum.GetValues<StaffRole>().Where(role => role != StaffRole.None).Select(role => new Viewer(role)),
        .. new[] { StaffRole.Organiser, StaffRole.Juror, StaffRole.Invigilator }.Select(role => new Viewer(role, Secret.Question)),
        new(StaffRole.Organiser, Secret.Planned),
        .. Enum.GetValues<Secret>()
            .Where(secret => secret != Secret.Planned)
            .SelectMany(secret => new[] { new Viewer(In: secret, IsOwner: true), new Viewer(In: secret) }),
        new(),
    ];
}
