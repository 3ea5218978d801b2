using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;

namespace EndToEnd.Tests.Seed;

/// <summary>What was judged again after contests.</summary>
/// <param name="Applied">A problem whose last test was wrong.</param>
/// <param name="Same">A problem of which nothing comes out otherwise, to be decided.</param>
/// <param name="Ready">Wrong answers of a whole contest, some of them right now, where the judges failed once; to be decided.</param>
/// <param name="Icpc">A problem of the team contest that cost many penalty, to be decided.</param>
/// <param name="Changed">A submission with several judgements.</param>
internal sealed record SeedRejudgings(RejudgingId Applied, RejudgingId Same, RejudgingId Ready, RejudgingId Icpc, SubmissionId Changed)
{
    public static async Task<SeedRejudgings> PlayAsync(Seeder seeder, Entry past, Entry icpc)
    {
        var (contest, changed) = (past.Contest, default(SubmissionId));
        var after = contest.End.AddHours(2);
        var applied = await seeder.RejudgeAsync(
            Of(contest, "BAI3"),
            "Đáp án test cuối bị sai",
            SeedContests.Organiser,
            after,
            (submission, old) =>
            {
                if (old.Verdict == Verdict.WrongAnswer)
                {
                    changed = submission.Id;
                }

                return Better(old);
            }
        );
        await seeder.ApplyAsync(applied, SeedContests.Organiser);
        var same = await seeder.RejudgeAsync(
            Of(contest, "BAI2"),
            "Phúc khảo của trường THCS Nguyễn Du",
            SeedContests.Organiser,
            after.AddMinutes(20),
            (_, old) => old
        );
        var number = 0;
        var ready = await seeder.RejudgeAsync(
            new(contest.Id) { Verdict = Verdict.WrongAnswer },
            "Bộ so sánh kết quả được sửa: không phân biệt khoảng trắng cuối dòng",
            SeedContests.Organiser,
            after.AddHours(1),
            (_, old) =>
                ++number == 4 ? new Judgement { Verdict = Verdict.JudgeError, Share = 0 }
                : number % 3 == 0 ? old
                : Better(old)
        );
        var teams = await seeder.RejudgeAsync(
            Of(icpc.Contest, "C"),
            "",
            SeedContests.Organiser,
            icpc.Contest.FreezeAt!.Value.AddMinutes(20),
            (_, old) => number++ % 2 == 0 ? old with { Verdict = Verdict.Accepted, Share = 1 } : old
        );
        return new SeedRejudgings(applied, same, ready, teams, changed);
    }

    private static RejudgeScope Of(Contest contest, string label) => new(contest.Id) { Label = label };

    /// <summary>A wrong answer gets half of what was missing, or is right when most was there.</summary>
    private static Judgement Better(Judgement old) =>
        old.Verdict != Verdict.WrongAnswer ? old
        : old.Share > 0.6m ? old with { Verdict = Verdict.Accepted, Share = 1, ProblemVersion = Newer(old) }
        : old with { Share = (1 + old.Share) / 2, ProblemVersion = Newer(old) };

    private static string Newer(Judgement old) => string.Concat(old.ProblemVersion.Reverse());
}
