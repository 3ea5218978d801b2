using System.Text;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Drafts;
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
    private const string Password = "mật khẩu đủ dài";

    public ArenaFixture Arena { get; } = new();

    public List<SecretContest> Contests { get; } = [];

    public RejudgingId Rejudging { get; private set; }

    public static async Task<World> MakeAsync(bool isOther)
    {
        var world = new World();
        await world.Arena.InitializeAsync();
        foreach (var secret in Enum.GetValues<Secret>())
        {
            world.Contests.Add(await world.AddContestAsync(secret, isOther));
        }
        await world.Arena.JudgeAllAsync(_ => SomeJudgements.HalfRight);
        world.Arena.Clock.Advance(TimeSpan.FromMinutes(20));
        foreach (var (at, one) in world.Contests.Index().ToList())
        {
            var late = await world.HandInAsync(one.Contest, one.Owner, "B", "begin writeln(2) end.");
            world.Contests[at] = one with { Submissions = [.. one.Submissions, late] };
        }
        var frozen = world.Contests[(int)Secret.FrozenVerdict];
        await world.Arena.JudgeAllAsync(submission =>
            isOther && submission.Contest == frozen.Contest.Id ? SomeJudgements.Accepted : SomeJudgements.Wrong
        );
        var scope = new RejudgeScope(frozen.Contest.Id);
        world.Rejudging = (await world.Arena.Get<IRejudgings>().StartAsync(scope, "Để thử", "test", CancellationToken.None))!.Id;
        return world;
    }

    /// <summary>A browser of whoever looks on, which signs in where it must.</summary>
    public async Task<Browser> BrowserAsync(Viewer viewer)
    {
        if (viewer.Role != StaffRole.None)
        {
            var login = $"{viewer.Role}".ToLowerInvariant();
            var granted = new[] { (viewer.Role, Scope.Site) };
            await Arena.Get<StaffAccounts>().AddAsync(login, "Trần Văn Bình", granted, Password, "test", CancellationToken.None);
            var browser = Arena.Browser();
            Assert.NotNull((await browser.SubmitAsync("/dang-nhap/can-bo", new() { ["Login"] = login, ["Password"] = Password })).Location);
            return browser;
        }
        return viewer.In is { } secret ? await SignInAsync(Contests[(int)secret], viewer.IsOwner) : Arena.Browser();
    }

    public ValueTask DisposeAsync() => Arena.DisposeAsync();

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
/// <param name="In">A pupil of this secret's contest; null: no pupil.</param>
internal sealed record Viewer(StaffRole Role = StaffRole.None, Secret? In = null, bool IsOwner = false)
{
    public static IReadOnlyList<Viewer> All { get; } =
    [
        new(),
        .. Enum.GetValues<Secret>().SelectMany(secret => new[] { new Viewer(In: secret), new Viewer(In: secret, IsOwner: true) }),
        .. Enum.GetValues<StaffRole>().Where(role => role != StaffRole.None).Select(role => new Viewer(role)),
    ];

    /// <summary>Whether the matrix shows this viewer the secret of that contest in a phase.</summary>
    public bool Sees(SecretContest one, char phase)
    {
        var entrant =
            In is null ? (EntrantId?)null
            : IsOwner ? one.Owner.Entrant
            : one.Other.Entrant;
        var asker = new Asker(
            Role == StaffRole.None ? null : "staff",
            entrant,
            In == one.Secret ? one.Contest.Id
                : In is null ? null
                : default(ContestId),
            Role == StaffRole.None ? [] : [new Grant(1, "staff", Role, Scope.Site, "test", default)]
        );
        var subject = ContestAccess.SubjectOf(one.Contest) with { Entrant = one.Owner.Entrant };
        var rights = Rights.Of(asker, subject, phase);
        return one.Secret switch
        {
            Secret.FrozenVerdict => rights.May(Objects.FrozenResults) || rights[Objects.Work] > Sight.State,
            Secret.Name => rights.May(Objects.Names),
            Secret.Draft => rights.May(Objects.Drafts),
            Secret.Question => rights.May(Objects.Desk) || (IsOwner && In == one.Secret),
            _ => rights[Objects.Work] > Sight.State,
        };
    }
}
