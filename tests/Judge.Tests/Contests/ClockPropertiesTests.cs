using FsCheck;
using FsCheck.Fluent;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Board;

namespace Judge.Tests.Contests;

/// <summary>Whatever is decided of time, in whatever order.</summary>
public sealed class ClockPropertiesTests
{
    private const int Last = 400;
    private static readonly DateTimeOffset Start = Facts.Start;
    private static readonly DateTimeOffset End = Start.AddMinutes(Last * 2);
    private static readonly IReadOnlyList<EntrantId> Entrants = Facts.Entrants(4);

    [Fact]
    public void More_time_never_shortens() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var (contest, begun) = history.Play(Last);
                    var more = contest with
                    {
                        Times = [.. contest.Times, Fact(TimeKind.Extension, Last) with { Amount = TimeSpan.FromMinutes(7) }],
                    };
                    return Entrants.All(one =>
                        Of(more, one, begun).EndAt(End) >= Of(contest, one, begun).EndAt(End)
                        && Minutes().All(at => !Of(contest, one, begun).Counts(at) || Of(more, one, begun).Counts(at))
                    );
                }
            )
            .Holds();

    [Fact]
    public void A_pause_of_everybody_equals_a_removed_interval_of_the_same_length() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var (contest, begun) = history.Play(Last);
                    var removed = contest with
                    {
                        Times =
                        [
                            .. contest.Times.Select(fact =>
                                fact is { Kind: TimeKind.Pause, To: not null, ConcernsAll: true }
                                    ? fact with
                                    {
                                        Kind = TimeKind.Removal,
                                    }
                                    : fact
                            ),
                        ],
                    };
                    return Entrants.All(one => Minutes().All(at => Same(Of(contest, one, begun), Of(removed, one, begun), at)));
                }
            )
            .Holds();

    [Fact]
    public void A_hand_in_that_was_accepted_stays_accepted_whatever_is_decided_later() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var (contest, begun) = history.Play(Last);
                    return Minutes()
                        .Take(Last)
                        .Index()
                        .All(minute =>
                        {
                            var then = history.Play(minute.Index);
                            return Entrants.All(one =>
                                Of(then.Contest, one, then.Begun).At(minute.Item) != ClockState.Running
                                || Of(contest, one, begun).Counts(minute.Item)
                            );
                        });
                }
            )
            .Holds(50);

    [Fact]
    public void What_the_freeze_has_hidden_stays_hidden_whatever_is_decided_later() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var later = history.Play(Last).Contest;
                    return Enumerable
                        .Range(0, Last)
                        .All(minute =>
                        {
                            var (then, now) = (history.Play(minute).Contest, Start.AddMinutes(minute));
                            return !IsHidden(then, now) || IsHidden(later, now);
                        });
                }
            )
            .Holds(50);

    [Fact]
    public void Facts_in_any_order_give_the_same_board() =>
        Prop.ForAll(
                Histories().ToArbitrary(),
                history =>
                {
                    var (contest, begun) = history.Play(Last);
                    var shuffled = contest with { Times = [.. contest.Times.OrderBy(fact => (fact.Id * 7919) % 13)] };
                    return Rows(contest, begun).SequenceEqual(Rows(shuffled, begun));
                }
            )
            .Holds();

    [Fact]
    public void With_nothing_decided_the_clock_is_the_wall() =>
        Prop.ForAll(
                Gen.Choose(-200, 500).ToArbitrary(),
                minute =>
                {
                    var (contest, at) = (Facts.Contest(ScoringStyle.Icpc), Start.AddMinutes(minute).AddMilliseconds(minute % 7));
                    var clock = Clock.Of(contest, new EntrantId(1));
                    return clock.Counts(at) == (at >= contest.Start && at < contest.End)
                        && clock.ElapsedAt(at) == (at > contest.Start ? at - contest.Start : TimeSpan.Zero)
                        && clock.EndAt(at) == contest.End;
                }
            )
            .Holds();

    /// <summary>Whether the public board is silent about what was handed in then.</summary>
    private static bool IsHidden(Contest contest, DateTimeOffset at) =>
        Clock.Freeze(contest) is { } freeze && Clock.OfAll(contest).ElapsedAt(at) >= freeze;

    private static IEnumerable<DateTimeOffset> Minutes() => Enumerable.Range(0, Last * 2).Select(minute => Start.AddMinutes(minute));

    private static Clock Of(Contest contest, EntrantId entrant, IReadOnlyDictionary<EntrantId, DateTimeOffset> begun) =>
        Clock.Of(contest, entrant, begun.TryGetValue(entrant, out var at) ? at : null);

    private static bool Same(Clock one, Clock other, DateTimeOffset at) =>
        (one.At(at), one.ElapsedAt(at), one.Counts(at), one.EndAt(at))
        == (other.At(at), other.ElapsedAt(at), other.Counts(at), other.EndAt(at));

    private static IEnumerable<string> Rows(Contest contest, IReadOnlyDictionary<EntrantId, DateTimeOffset> begun) =>
        Standings.AsOf(Clock.Freeze(contest) ?? Standings.Open, contest, Entrants, Tries(), begun).Select(Facts.Text);

    private static IEnumerable<Judged> Tries() =>
        Enumerable
            .Range(1, 60)
            .Select(id => new Judged(
                new SubmissionId(id),
                new EntrantId((id % 4) + 1),
                id % 3 == 0 ? "A" : "B",
                Start.AddMinutes(id * 5 % 300),
                id % 5 == 0 ? Verdict.Accepted : Verdict.WrongAnswer,
                id % 5 == 0 ? 1 : 0
            ));

    private static TimeFact Fact(TimeKind kind, int minute, params EntrantId[] entrants) =>
        new()
        {
            Id = minute,
            Kind = kind,
            Entrants = entrants,
            From = Start.AddMinutes(minute),
            At = Start.AddMinutes(minute),
            Reason = "?",
        };

    private static Gen<History> Histories() =>
        from personal in Gen.Elements(false, true)
        from steps in Gen.Choose(0, 12).SelectMany(count => Steps().ListOf(count))
        from begun in Gen.Choose(0, 150).ArrayOf(4)
        select new History(personal, [.. steps.OrderBy(step => step.Minute)], begun);

    private static Gen<Step> Steps() =>
        from minute in Gen.Choose(1, Last - 1)
        from act in Gen.Choose(0, 5)
        from who in Gen.Choose(0, 3)
        from amount in Gen.Choose(1, 60)
        select new Step(minute, act, who, amount);

    /// <param name="Act">0 extend, 1 pause, 2 go on, 3 remove what has passed, 4 close, 5 take the last one back.</param>
    /// <param name="Who">0: everybody; else one entrant.</param>
    private sealed record Step(int Minute, int Act, int Who, int Amount);

    private sealed record History(bool Personal, IReadOnlyList<Step> Steps, int[] Begun)
    {
        /// <summary>What was decided and who had started before a minute, by the rules of the house.</summary>
        public (Contest Contest, IReadOnlyDictionary<EntrantId, DateTimeOffset> Begun) Play(int minute)
        {
            var contest = Facts.Contest(ScoringStyle.Icpc, Personal ? null : Start.AddMinutes(100)) with
            {
                Duration = Personal ? TimeSpan.FromMinutes(80) : null,
            };
            foreach (var step in Steps.Where(step => step.Minute <= minute))
            {
                contest = contest with { Times = [.. After(contest, step)] };
            }

            return (
                contest,
                Entrants.Where((_, i) => Begun[i] <= minute).ToDictionary(one => one, one => Start.AddMinutes(Begun[(int)one.Value - 1]))
            );
        }

        private static IEnumerable<TimeFact> After(Contest contest, Step step)
        {
            EntrantId[] who = step.Who == 0 ? [] : [new EntrantId(step.Who)];
            var now = Start.AddMinutes(step.Minute);
            if (step.Act == 2)
            {
                var open = TimeRule.OpenPause(contest, who);
                return contest.Times.Select(fact => fact == open ? fact with { To = now } : fact);
            }

            if (step.Act == 5)
            {
                var last = contest.Times.LastOrDefault(fact => fact is { Kind: TimeKind.Extension or TimeKind.Close, TakenBack: null });
                return contest.Times.Select(fact => fact == last ? fact with { TakenBack = now } : fact);
            }

            var fact = step.Act switch
            {
                0 => Fact(TimeKind.Extension, step.Minute, who) with { Amount = TimeSpan.FromMinutes(step.Amount) },
                1 => Fact(TimeKind.Pause, step.Minute, who),
                3 => Fact(TimeKind.Removal, step.Minute) with { From = now.AddMinutes(-Math.Min(step.Amount, step.Minute)), To = now },
                _ => Fact(TimeKind.Close, step.Minute),
            };
            return TimeRule.FlawOf(contest, fact) == TimeFlaw.None ? [.. contest.Times, fact] : contest.Times;
        }
    }
}
