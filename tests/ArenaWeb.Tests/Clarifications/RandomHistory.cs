using ArenaWeb.Clarifications.Threads;
using static ArenaWeb.Tests.Clarifications.SomeClarifications;

namespace ArenaWeb.Tests.Clarifications;

/// <summary>What two jurors do to a question or an announcement, each step made of a byte.</summary>
internal static class RandomHistory
{
    public static (Clarification About, DateTimeOffset Now) Play(byte[] steps)
    {
        var about =
            steps.Length % 3 == 0 ? Announcement(from: steps.Length % 2 == 0 ? 4 : null) : Question(steps.Length % 2 == 0 ? "A" : null);
        var now = Minute(2);
        foreach (var (i, step) in steps.Index())
        {
            now = now.AddMinutes(step % 5);
            var decision = Decide(about, step, i, now);
            if (decision.Act is not null)
            {
                about = about.With(decision);
            }
        }
        return (about, now);
    }

    /// <summary>Claims that began while somebody else's still held.</summary>
    public static int ClaimsThatOverlap(Clarification about) =>
        about
            .Acts.Select((act, i) => (act, Before: about with { Acts = [.. about.Acts.Take(i)] }))
            .Count(one => one.act.Kind == ActKind.Claimed && one.Before.ClaimAt(one.act.At) is { } held && held.Actor != one.act.Actor);

    private static Decision Decide(Clarification about, byte step, int i, DateTimeOffset now)
    {
        var who = step / 7 % 2 == 0 ? An : Binh;
        var audience = (Audience)(1 + step / 14 % 3);
        var words = new Wording($"lời {i}", audience, step % 2 == 0 ? "câu hỏi" : null, step / 42 % 3 == 0 ? now.AddMinutes(3) : null);
        return (step % 7) switch
        {
            0 or 1 => ClarificationRule.Claim(about, who, now),
            2 => ClarificationRule.Release(about, who, now),
            3 => ClarificationRule.Withdraw(about, who, now),
            4 => ClarificationRule.Answer(about, who, words, now),
            _ => ClarificationRule.Correct(about, who, words, about.Current?.Id ?? 0, now),
        };
    }
}
