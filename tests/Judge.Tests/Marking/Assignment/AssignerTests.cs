using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Assignment;
using Judge.Marking.Draw;
using Judge.Worker.Bench;

namespace Judge.Tests.Marking.Assignment;

public sealed class AssignerTests
{
    [Theory]
    [InlineData(120, 15)]
    [InlineData(600, 40)]
    [InlineData(1_600, 60)]
    public void A_citys_plan_is_proved_to_be_the_cheapest_and_connected(int entries, int jurors)
    {
        var task = CityContest.Of(entries, jurors);
        var plan = Assigner.Assign(task).Plan!;
        Assert.True(PlanProof.Holds(task, plan));
        Assert.Equal((1, plan.Optimum), (plan.Components, plan.Cost));
        Assert.InRange(plan.FewestPartners, 3, jurors);
        Assert.Equal(entries * 3, plan.Pairs().Distinct().Count());
        var loads = plan.Sheets.CountBy(sheet => sheet.Juror).Select(load => load.Value).ToList();
        Assert.InRange(loads.Max() - loads.Min(), 0, 1);
        Assert.DoesNotContain(plan.Pairs().Take(200), sheet => task.Broken(sheet) != HardRule.None);
    }

    [Fact]
    public void Whatever_the_rules_a_plan_breaks_none_and_what_cannot_be_is_named() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                task =>
                {
                    var (plan, blocked) = Assigner.Assign(task) is var outcome ? (outcome.Plan, outcome.Blocked) : default;
                    return plan is null
                        ? blocked is { Missing: > 0, Entries.Count: > 0, Schools.Count: > 0 } && !BruteForce.CanBeSolved(task)
                        : plan.Pairs().All(sheet => task.Broken(sheet) == HardRule.None)
                            && plan.Pairs().CountBy(sheet => sheet.Entry).All(entry => entry.Value == task.PerEntry)
                            && plan.Pairs().Distinct().Count() == task.Entries.Count * task.PerEntry
                            && task.Jurors.All(juror => plan.Sheets.Count(sheet => sheet.Juror == juror.Id) <= juror.MostSheets);
                }
            )
            .Holds(300);

    [Fact]
    public void No_plan_with_the_same_limits_is_cheaper() =>
        Prop.ForAll(
                Assignments.Small().Where(task => task.Entries.Count <= 5 && task.Jurors.Count <= 4).ToArbitrary(),
                task => Assigner.Assign(task).Plan is not { } plan || plan.Optimum == BruteForce.Optimum(task, plan)
            )
            .Holds(300);

    [Fact]
    public void Every_plan_proves_itself_unless_sheets_were_exchanged_to_connect_jurors() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                task => Assigner.Assign(task).Plan is not { } plan || plan.Cost > plan.Optimum || PlanProof.Holds(task, plan)
            )
            .Holds(300);

    [Fact]
    public void A_plan_with_two_sheets_exchanged_for_worse_is_not_proved()
    {
        var task = CityContest.Of(40, 8);
        var plan = Assigner.Assign(task).Plan!;
        Assert.True(PlanProof.Holds(task, plan));
        Assert.False(PlanProof.Holds(task with { Seed = "another" }, plan));
        Assert.False(PlanProof.Holds(task, plan with { Proof = [.. plan.Proof.Select((potential, at) => potential - at)] }));
        Assert.False(PlanProof.Holds(task, plan with { Sheets = [.. plan.Sheets.Skip(1)] }));
    }

    [Fact]
    public void The_cheapest_plan_never_costs_more_than_the_draw_alone() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                task =>
                {
                    var lots = new Xoshiro(task.Seed);
                    var deal = new Deal(task, lots);
                    var limits = new LoadLimits(deal);
                    GreedyDraw.Play(deal, limits, new Pairs(deal), lots);
                    if (limits.Fill().Count > 0)
                    {
                        return true;
                    }

                    limits.Lift();
                    return Assigner.Assign(task).Plan!.Optimum <= deal.TotalCost();
                }
            )
            .Holds();

    [Fact]
    public void The_same_seed_draws_the_same_plan_in_whatever_order_the_lists_come() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                task =>
                {
                    var turned = task with { Entries = [.. task.Entries.Reverse()], Jurors = [.. task.Jurors.Reverse()] };
                    var (one, other) = (Assigner.Assign(task).Plan, Assigner.Assign(turned).Plan);
                    return one is null ? other is null : one.Pairs().SequenceEqual(other!.Pairs());
                }
            )
            .Holds();

    /// <summary>Lots go with numbers, so another numbering has other lots; what the lots cannot move stays.</summary>
    [Fact]
    public void Relabelling_jurors_keeps_what_can_be_solved() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                task =>
                {
                    var relabelled = task with
                    {
                        Jurors = [.. task.Jurors.Select(juror => juror with { Id = New(juror.Id) })],
                        Conflicts = [.. task.Conflicts.Select(conflict => conflict with { Juror = New(conflict.Juror) })],
                    };
                    var (one, other) = (Assigner.Assign(task), Assigner.Assign(relabelled));
                    return one.Plan is null == other.Plan is null && one.Blocked?.Missing == other.Blocked?.Missing;
                }
            )
            .Holds();

    [Fact]
    public void A_school_whose_entries_nobody_may_mark_is_named_with_the_rules()
    {
        var task = new AssignmentTask
        {
            Seed = "s",
            PerEntry = 2,
            Entries = [.. Enumerable.Range(1, 6).Select(at => new DrawnEntry(new EntryId(at), at <= 2 ? 7 : 8))],
            Jurors = [.. Enumerable.Range(1, 5).Select(at => new DrawnJuror(new JurorId(at)) { Schools = [at <= 3 ? 7 : 100 + at] })],
            Conflicts = [new PlannedSheet(new EntryId(1), new JurorId(4))],
        };
        var blocked = Assigner.Assign(task).Blocked!;
        Assert.Equal((1, 7L, 1L), (blocked.Missing, blocked.Schools.Single(), blocked.Entries.Single().Value));
        Assert.Equal([(HardRule.OwnSchool, 3), (HardRule.Conflict, 1)], blocked.Rules);
        Assert.Equal(
            "Còn thiếu 1 phiếu. Có 1 bài của 1 trường không đủ người chấm vì: cùng trường với bài: 3 giám khảo; có quan hệ đã khai báo, "
                + "hoặc xin không chấm: 1 giám khảo. Hãy mời thêm giám khảo của trường khác, hoặc tăng số phiếu mỗi người.",
            Sentences.InVietnamese[blocked.Said]
        );
    }

    [Fact]
    public void Jurors_without_time_for_all_are_named_by_their_load()
    {
        var task = CityContest.Of(20, 5) with { Seed = "load" };
        task = task with { Jurors = [.. task.Jurors.Select(juror => juror with { Schools = [], MostSheets = 11 })] };
        var blocked = Assigner.Assign(task).Blocked!;
        Assert.Equal(5, blocked.Missing);
        Assert.Contains((HardRule.Load, 5), blocked.Rules);
    }

    [Fact]
    public void A_tight_case_without_slack_is_solved_where_a_greedy_draw_alone_would_strand_a_sheet()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            // A ring of schools: each juror may mark two entries only, and all must.
            var task = new AssignmentTask
            {
                Seed = $"{seed}",
                PerEntry = 2,
                Entries = [.. Enumerable.Range(0, 6).Select(at => new DrawnEntry(new EntryId(at), at))],
                Jurors =
                [
                    .. Enumerable
                        .Range(0, 6)
                        .Select(at => new DrawnJuror(new JurorId(at))
                        {
                            Schools = [.. Enumerable.Range(0, 6).Where(school => school != at && school != (at + 1) % 6)],
                        }),
                ],
            };
            Assert.NotNull(Assigner.Assign(task).Plan);
        }
    }

    [Fact]
    public void When_a_juror_drops_out_only_the_open_sheets_of_that_juror_move()
    {
        var task = CityContest.Of(120, 15);
        var plan = Assigner.Assign(task).Plan!;
        var gone = new JurorId(4);
        var locked = plan.Pairs().Where(sheet => sheet.Juror == gone).Take(5).ToHashSet();
        var redone = Assigner.Assign(Assigner.Redo(task, plan, locked, new HashSet<JurorId> { gone })).Plan!;
        Assert.Equal(5, redone.Sheets.Count(sheet => sheet.Juror == gone));
        Assert.Equal(plan.Pairs().Count(sheet => sheet.Juror == gone) - 5, redone.Pairs().Except(plan.Pairs()).Count());
        Assert.Empty(plan.Pairs().Where(sheet => sheet.Juror != gone).Except(redone.Pairs()));
        Assert.All(redone.Sheets, sheet => Assert.Equal(sheet.IsKept, sheet.Why.Key == "marking.why.kept"));
    }

    [Fact]
    public void Whoever_drops_out_nothing_else_moves_and_no_rule_is_broken() =>
        Prop.ForAll(
                Assignments.Small().ToArbitrary(),
                Gen.Choose(0, 6).ToArbitrary(),
                (task, at) =>
                {
                    var gone = new JurorId(at);
                    if (Assigner.Assign(task).Plan is not { } plan)
                    {
                        return true;
                    }

                    var redo = Assigner.Redo(task, plan, new HashSet<PlannedSheet>(), new HashSet<JurorId> { gone });
                    return Assigner.Assign(redo).Plan is not { } redone
                        || redone.Sheets.All(sheet => sheet.Juror != gone)
                            && plan.Pairs().Where(sheet => sheet.Juror != gone).All(redone.Pairs().Contains)
                            && redone.Pairs().All(sheet => task.Broken(sheet) == HardRule.None)
                            && redone.Sheets.Count == plan.Sheets.Count;
                }
            )
            .Holds();

    [Fact]
    public void By_hand_no_hard_rule_is_broken_unseen()
    {
        var task = CityContest.Of(20, 6);
        task = task with { Jurors = [.. task.Jurors.Select(juror => juror with { Schools = [], MostSheets = 10 })] };
        var set = new PlannedSheet(new EntryId(1), new JurorId(1));
        var full = Enumerable.Range(2, 10).Select(entry => set with { Entry = new EntryId(entry) });
        Assert.Equal(HardRule.Load, AdmissionRule.BrokenByHand(task, full, set));
        Assert.Equal(HardRule.None, AdmissionRule.BrokenByHand(task, [], set));
        Assert.Equal(HardRule.Conflict, AdmissionRule.BrokenByHand(task with { Conflicts = [set] }, [], set));
        Assert.Equal("cùng trường với bài: 1 giám khảo", Sentences.InVietnamese[AdmissionRule.Say(HardRule.OwnSchool, 1)]);
    }

    [Fact]
    public void The_planner_says_how_many_jurors_are_wanted()
    {
        Assert.Equal(15, new Workload(120, 3, 10).Jurors(240));
        Assert.Equal(15 * 60, new Workload(600, 3, 20).MinutesEach(40));
        Assert.Equal(257, new Workload(120, 2, 10, 0.14m).Sheets);
    }

    [Fact]
    public void A_conflict_that_is_found_late_moves_that_sheet_alone()
    {
        var task = CityContest.Of(120, 15);
        var plan = Assigner.Assign(task).Plan!;
        var found = plan.Pairs().First();
        task = task with { Conflicts = [found] };
        var redone = Assigner.Assign(Assigner.Redo(task, plan, new HashSet<PlannedSheet>(), new HashSet<JurorId>())).Plan!;
        Assert.Equal([found], plan.Pairs().Except(redone.Pairs()));
        Assert.Single(redone.Pairs().Except(plan.Pairs()));
    }

    [Fact]
    public void Jurors_of_two_halves_are_connected_by_an_exchange()
    {
        // Each half would keep to its own cluster's opposite; nothing forbids the other half.
        var task = new AssignmentTask
        {
            Seed = "halves",
            PerEntry = 2,
            Entries = [.. Enumerable.Range(0, 8).Select(at => new DrawnEntry(new EntryId(at), at) { Cluster = at % 2 })],
            Jurors = [.. Enumerable.Range(0, 4).Select(at => new DrawnJuror(new JurorId(at)) { Cluster = at % 2 })],
        };
        var plan = Assigner.Assign(task).Plan!;
        Assert.Equal(1, plan.Components);
        Assert.True(plan.Cost > plan.Optimum);
        Assert.False(PlanProof.Holds(task, plan));
    }

    [Fact]
    public void Every_sheet_says_why()
    {
        var plan = Assigner.Assign(CityContest.Of(120, 15)).Plan!;
        Assert.All(plan.Sheets, sheet => Assert.NotEmpty(Sentences.InVietnamese[sheet.Why]));
        Assert.Contains(
            "Được phân công vì: khác trường và không có quan hệ với bài; khác cụm; đúng lĩnh vực; được chia đều và bốc thăm trong 15 người "
                + "được chấm bài này.",
            plan.Sheets.Select(sheet => Sentences.InVietnamese[sheet.Why])
        );
    }

    [Fact]
    public void Nothing_to_assign_is_a_plan()
    {
        Assert.Empty(Assigner.Assign(CityContest.Of(0, 3)).Plan!.Sheets);
        Assert.Equal(3, Assigner.Assign(CityContest.Of(1, 0)).Blocked!.Missing);
    }

    [Fact]
    public void Numbers_that_are_not_told_apart_are_our_fault()
    {
        var task = CityContest.Of(5, 5);
        Assert.Throws<ArgumentException>(() => Assigner.Assign(task with { Entries = [.. task.Entries, task.Entries[0]] }));
        Assert.Throws<ArgumentException>(() => Assigner.Assign(task with { Kept = [new PlannedSheet(new EntryId(99), new JurorId(1))] }));
    }

    private static JurorId New(JurorId juror) => new(100 - juror.Value);
}
