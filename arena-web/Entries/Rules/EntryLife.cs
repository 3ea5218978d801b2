using Judge.Messages;

namespace ArenaWeb.Entries.Rules;

/// <summary>What people did with the list of a school.</summary>
internal enum EntryAct
{
    None,

    /// <summary>Đầu mối asks the leader to approve.</summary>
    Ask,

    /// <summary>Đầu mối takes that back.</summary>
    TakeBack,

    /// <summary>The leader gives it back with a word.</summary>
    GiveBack,

    /// <summary>The leader approves.</summary>
    Approve,

    /// <summary>The organiser opens what was approved, with a reason.</summary>
    Reopen,

    /// <summary>The organiser lets the school off a rule, with a reason.</summary>
    Waive,

    /// <summary>The organiser takes a team out that has a number already, with a reason.</summary>
    Withdraw,
}

/// <summary>Where the list of a school stands.</summary>
internal enum EntryStage
{
    /// <summary>Đầu mối puts it together.</summary>
    Preparing,

    /// <summary>It waits for the leader.</summary>
    Asked,

    /// <summary>The leader approved it: nobody of the school changes it any more.</summary>
    Approved,
}

/// <summary>One thing that was done; only ever added to.</summary>
/// <param name="Word">Why, or what is to be mended; empty: nothing was said.</param>
/// <param name="Rule">Name of the rule of a <see cref="EntryAct.Waive"/>, number of a <see cref="EntryAct.Withdraw"/>; else empty.</param>
/// <param name="Until">From when on an exception holds no more; null: it does not lapse.</param>
internal sealed record EntryFact(
    EntryAct Act,
    DateTimeOffset At,
    string Actor,
    string Word = "",
    string Rule = "",
    DateTimeOffset? Until = null
);

/// <summary>What follows from what was done. Pure.</summary>
internal static class EntryLife
{
    public const int LongestWord = 400;

    /// <summary>An exception holds so many days at most, or does not lapse.</summary>
    public const int MostDays = 60;

    public static EntryStage StageOf(IReadOnlyList<EntryFact> facts) =>
        facts.LastOrDefault(IsStep)?.Act switch
        {
            EntryAct.Ask => EntryStage.Asked,
            EntryAct.Approve => EntryStage.Approved,
            _ => EntryStage.Preparing,
        };

    /// <summary>Names of rules that the school is let off. What was asked while an exception held is approved by it.</summary>
    public static IReadOnlySet<string> Waived(IReadOnlyList<EntryFact> facts, DateTimeOffset now)
    {
        var asked = StageOf(facts) == EntryStage.Preparing ? null : facts.LastOrDefault(fact => fact.Act == EntryAct.Ask);
        var moment = asked?.At ?? now;
        return facts.Where(fact => fact.Act == EntryAct.Waive && !(fact.Until <= moment)).Select(fact => fact.Rule).ToHashSet();
    }

    /// <summary>What the list is to be mended by, while it is put together again; null: nothing was said.</summary>
    public static EntryFact? Returned(IReadOnlyList<EntryFact> facts) =>
        facts.LastOrDefault(IsStep) is { Act: EntryAct.GiveBack or EntryAct.Reopen } fact ? fact : null;

    /// <summary>Numbers of teams that were taken out; nobody else is given them.</summary>
    public static IEnumerable<string> Withdrawn(IEnumerable<EntryFact> facts) =>
        facts.Where(fact => fact.Act == EntryAct.Withdraw).Select(fact => fact.Rule);

    /// <summary>The approval that holds; null: there is none.</summary>
    public static EntryFact? Approval(IReadOnlyList<EntryFact> facts) =>
        StageOf(facts) == EntryStage.Approved ? facts.Last(fact => fact.Act == EntryAct.Approve) : null;

    /// <summary>Why the list itself cannot be changed now; null: it can.</summary>
    public static Said? Locked(IReadOnlyList<EntryFact> facts) =>
        StageOf(facts) switch
        {
            EntryStage.Approved => new Said("entries.rule.approved"),
            EntryStage.Asked => new Said("entries.rule.asked"),
            _ => null,
        };

    /// <summary>Why something cannot be done now; null: it can.</summary>
    public static Said? Refused(IReadOnlyList<EntryFact> facts, EntryAct act, string word, string rule)
    {
        var stage = StageOf(facts);
        var fits = act switch
        {
            EntryAct.Ask => stage == EntryStage.Preparing,
            EntryAct.TakeBack or EntryAct.GiveBack or EntryAct.Approve => stage == EntryStage.Asked,
            EntryAct.Reopen => stage == EntryStage.Approved,
            EntryAct.Waive => EntryRules.Waivable.Contains(rule),
            _ => false,
        };
        return !fits ? new Said("entries.rule.stage") : FlawOf(word, act is EntryAct.GiveBack or EntryAct.Reopen or EntryAct.Waive);
    }

    /// <summary>Why what was said cannot stand; null: it can.</summary>
    public static Said? FlawOf(string word, bool isReason) =>
        isReason && word.Length == 0 ? new Said("entries.rule.reason")
        : word.Length > LongestWord ? new Said("entries.rule.reason.long", LongestWord)
        : null;

    /// <summary>It brings the list from one stage to another.</summary>
    private static bool IsStep(EntryFact fact) => fact.Act is not (EntryAct.Waive or EntryAct.Withdraw);
}
