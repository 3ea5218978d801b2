using Judge.Messages;

namespace Judge.Marking;

/// <summary>What came of an act on a sheet.</summary>
/// <param name="Refused">Null: it was done.</param>
/// <param name="Sheet">The version as it is now.</param>
/// <param name="Next">The version that is marked from now on; null: still the same one.</param>
public sealed record SheetStep(Said? Refused, Sheet Sheet, Sheet? Next);

/// <summary>What the rest of the round says of a sheet.</summary>
/// <param name="AllHandedIn">Whether the entry's last sheet is in.</param>
/// <param name="InDialogue">Whether the jurors of the entry see each other's marks.</param>
public readonly record struct SheetRound(bool AllHandedIn = false, bool InDialogue = false);

/// <summary>What may be written on a sheet, what is missing on it, and which act leads where.</summary>
public static class SheetRule
{
    /// <summary>In UTF-16 units, of a comment and of a reason.</summary>
    public const int LongestText = 20_000;

    /// <summary>What is missing before it may be handed in; empty: nothing.</summary>
    /// <param name="phase">Null: the whole sheet is asked.</param>
    public static IReadOnlyList<Said> Missing(Rubric rubric, Sheet sheet, CriterionPhase? phase = null) =>
        [
            .. rubric
                .Marked()
                .Where(one => phase is null || one.Criterion.Phase == phase)
                .Select(one => MissingOf(one.Label, one.Criterion, sheet))
                .OfType<Said>(),
            .. rubric
                .Gates.Index()
                .Where(gate => !sheet.Answers.ContainsKey(gate.Item.Code))
                .Select(gate => new Said("marking.missing.answer", gate.Index + 1)),
        ];

    /// <summary>What cannot stand on a sheet, however unfinished it is; empty: it can be kept.</summary>
    public static IReadOnlyList<Said> Flaws(Rubric rubric, Sheet sheet)
    {
        var marked = rubric.Marked().ToDictionary(one => one.Criterion.Code);
        var known = marked.Keys.Concat(rubric.Gates.Select(gate => gate.Code)).ToHashSet();
        var named = sheet.Marks.Keys.Concat(sheet.Comments.Keys).Concat(sheet.Answers.Keys);
        return named.All(known.Contains) && !sheet.Answers.Keys.Any(marked.ContainsKey)
            ?
            [
                .. marked
                    .Values.Where(one => sheet.Marks.TryGetValue(one.Criterion.Code, out var mark) && !IsMark(one.Criterion, mark))
                    .Select(one => new Said("marking.sheet.mark", one.Label, one.Criterion.Max, one.Criterion.Step)),
                .. sheet
                    .Comments.Values.Append(sheet.Reason)
                    .Where(text => text.Length > LongestText)
                    .Take(1)
                    .Select(_ => new Said("marking.sheet.text", LongestText)),
            ]
            : [new Said("marking.sheet.unknown")];
    }

    /// <summary>Whether a comment is required beside a mark.</summary>
    public static bool WantsComment(Criterion criterion, decimal mark) => mark * 100 < criterion.Max * criterion.CommentBelow;

    public static bool IsMark(Criterion criterion, decimal mark) => mark >= 0 && mark <= criterion.Max && mark % criterion.Step == 0;

    /// <summary>What an act makes of a sheet. Pure; who may act is not asked here.</summary>
    /// <param name="reason">Of acts that need one.</param>
    public static SheetStep After(Rubric rubric, Sheet sheet, SheetAct act, SheetRound round = default, string reason = "")
    {
        var refused = Refusal(rubric, sheet, act, round, reason);
        if (refused is not null)
        {
            return new SheetStep(refused, sheet, null);
        }

        var done = sheet with { State = To(sheet.State, act)!.Value, Reason = NeedsReason(act) ? reason : sheet.Reason };
        var next = act is SheetAct.Return or SheetAct.Revise
            ? sheet with
            {
                Version = sheet.Version + 1,
                State = SheetState.Marking,
                Reason = "",
            }
            : null;
        return new SheetStep(null, done, next);
    }

    /// <summary>The version of a juror that counts now; null: none. While a revised one is written, the one before it counts.</summary>
    /// <param name="versions">Of one juror and entry, in any order.</param>
    public static Sheet? Counting(IEnumerable<Sheet> versions)
    {
        var latest = versions
            .Where(sheet => sheet.State is SheetState.Locked or SheetState.Revised or SheetState.Void)
            .MaxBy(sheet => sheet.Version);
        return latest?.State == SheetState.Void ? null : latest;
    }

    /// <summary>
    /// The version that a juror locked before hearing of others, which statistics are made of: a dialogue makes marks agree. Null: none,
    /// or the sheet is void.
    /// </summary>
    public static Sheet? Independent(IReadOnlyCollection<Sheet> versions) =>
        Counting(versions) is null ? null : versions.Where(HasCounted).MinBy(sheet => sheet.Version);

    private static bool HasCounted(Sheet sheet) => sheet.State is SheetState.Locked or SheetState.Revised;

    private static Said? Refusal(Rubric rubric, Sheet sheet, SheetAct act, SheetRound round, string reason)
    {
        var missing = act == SheetAct.HandIn ? Missing(rubric, sheet) : [];
        return To(sheet.State, act) is null ? Closed(sheet.State)
            : NeedsReason(act) && reason.Trim().Length is 0 or > LongestText ? new Said("marking.sheet.reason")
            : act == SheetAct.TakeBack && round.AllHandedIn ? new Said("marking.sheet.allIn")
            : act == SheetAct.Revise && !round.InDialogue ? new Said("marking.sheet.noDialogue")
            : missing.Count > 0 ? new Said("marking.sheet.missing", (object)missing)
            : null;
    }

    private static Said? MissingOf(string label, Criterion criterion, Sheet sheet) =>
        !sheet.Marks.TryGetValue(criterion.Code, out var mark) ? new Said("marking.missing.mark", label)
        : WantsComment(criterion, mark) && string.IsNullOrWhiteSpace(sheet.Comments.GetValueOrDefault(criterion.Code))
            ? new Said("marking.missing.comment", label, criterion.CommentBelow)
        : null;

    private static SheetState? To(SheetState state, SheetAct act) =>
        (state, act) switch
        {
            (SheetState.Waiting, SheetAct.Open) => SheetState.Marking,
            (SheetState.Marking, SheetAct.HandIn) => SheetState.HandedIn,
            (SheetState.HandedIn, SheetAct.TakeBack) => SheetState.Marking,
            (SheetState.HandedIn, SheetAct.Lock) => SheetState.Locked,
            (SheetState.HandedIn, SheetAct.Return) => SheetState.Returned,
            (SheetState.Waiting or SheetState.Marking or SheetState.HandedIn, SheetAct.Recuse) => SheetState.Recused,
            (SheetState.Locked, SheetAct.Revise) => SheetState.Revised,
            (SheetState.Locked, SheetAct.Void) => SheetState.Void,
            _ => null,
        };

    private static bool NeedsReason(SheetAct act) => act is SheetAct.Recuse or SheetAct.Return or SheetAct.Revise or SheetAct.Void;

    private static Said Closed(SheetState state) =>
        state switch
        {
            SheetState.Waiting => new("marking.sheet.waiting"),
            SheetState.Marking => new("marking.sheet.open"),
            SheetState.HandedIn => new("marking.sheet.handedIn"),
            SheetState.Locked => new("marking.sheet.locked"),
            _ => new("marking.sheet.over"),
        };
}
