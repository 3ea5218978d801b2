using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;

namespace EndToEnd.Tests.Seed;

/// <summary>Questions and announcements of a running contest, one of each kind.</summary>
/// <param name="Open">Number of a question that waits.</param>
/// <param name="Corrected">Of one that was answered to all, and corrected.</param>
/// <param name="Announced">Of an announcement to everybody.</param>
internal sealed record SeedTalk(long Open, long Corrected, long Announced)
{
    private static readonly StaffVisitor Juror = new(SeedContests.Juror, "Thầy Toàn", Roles.Juror);

    public static async Task<SeedTalk> PlayAsync(Seeder seeder, Entry entry, DateTimeOffset now)
    {
        var contest = entry.Contest.Id;
        await AnnounceAsync("Giờ thi bắt đầu. Chúc các em làm bài tốt.", Audience.All, -90);
        await AnnounceAsync(
            "Bài **BAI2**: giới hạn đúng là $n \\le 10^5$. Máy chấm đã dùng giới hạn này.",
            Audience.Everybody,
            -60,
            "BAI2"
        );
        await AnnounceAsync("Còn 15 phút. Các em nhớ nộp bài.", Audience.All, -55, null, now.AddMinutes(40));
        await AskAsync(0, "BAI1", "Thưa thầy cô, n có thể bằng 0 không ạ?\nTrong ví dụ em chỉ thấy n từ 1.", -50);
        await SayAsync(about => ClarificationRule.Answer(about, Juror, To("Có, n có thể bằng 0.", "n có thể bằng 0 không?"), At(-46)), -46);
        await SayAsync(
            about =>
                ClarificationRule.Correct(about, Juror, To("Không, n ít nhất là 1.", "n có thể bằng 0 không?"), about.Current!.Id, At(-40)),
            -40
        );
        await AskAsync(1, "BAI3", "Có được dùng mảng động không ạ?", -12);
        await AskAsync(0, null, "Bàn phím của em bị kẹt phím Enter.", -3);
        var all = await seeder.TalkAsync(now, store => store.OfContestAsync(contest, CancellationToken.None));
        return new SeedTalk(
            all.First(one => one.IsOpen).Id,
            all.First(one => one.IsQuestion && !one.IsOpen).Id,
            all.First(one => one.Current?.Audience == Audience.Everybody).Id
        );

        DateTimeOffset At(int minute) => now.AddMinutes(minute);

        Task<bool> AnnounceAsync(string text, Audience audience, int minute, string? label = null, DateTimeOffset? from = null)
        {
            var act = ClarificationRule.Announce(Juror, new(text, audience, null, from), At(minute)).Act!;
            return seeder.TalkAsync(At(minute), store => store.AnnounceAsync(contest, label, act, text, CancellationToken.None));
        }

        Task<ClarificationResult> AskAsync(int pupil, string? label, string text, int minute) =>
            seeder.TalkAsync(
                At(minute),
                store => store.AskAsync(contest, entry.Cards[pupil].Entrant, label, text, text, CancellationToken.None)
            );

        async Task SayAsync(Func<Clarification, Decision> decide, int minute)
        {
            var asked = await seeder.TalkAsync(At(minute), store => store.OfContestAsync(contest, CancellationToken.None));
            var id = asked.Last(one => one.IsQuestion).Id;
            await seeder.TalkAsync(At(minute), store => store.ActAsync(contest, id, (about, _) => decide(about), CancellationToken.None));
        }
    }

    private static Wording To(string text, string shown) => new(text, Audience.All, shown);
}
