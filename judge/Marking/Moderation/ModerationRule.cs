namespace Judge.Marking.Moderation;

public enum ModerationStep
{
    /// <summary>The mark stands.</summary>
    Settled,

    /// <summary>Đối thoại: jurors see each other's sheets; each keeps the mark or revises it.</summary>
    Dialogue,

    /// <summary>Chấm thêm: one more juror, who sees no earlier mark.</summary>
    Further,

    /// <summary>Chấm tập thể: the head juror and two more set one mark, with the reason.</summary>
    Collective,
}

/// <summary>What the sheets of an entry come to.</summary>
/// <param name="Gap">Between the highest and the lowest of the sheets that were drawn at first.</param>
/// <param name="Mark">Before rounding; null: not yet.</param>
/// <param name="Counted">The jurors whose sheets the mark is the mean of; none without a mark, nor when it was set together.</param>
public sealed record Moderated(ModerationStep Step, decimal Gap, decimal? Mark, IReadOnlyList<JurorId> Counted);

/// <summary>How far sheets that disagree are from a mark. Pure; every original mark stays where it is.</summary>
public static class ModerationRule
{
    /// <param name="sheets">The versions that count of all who were drawn at first, all locked, at least one.</param>
    /// <param name="extra">Of the further juror; null: there is none yet.</param>
    /// <param name="talked">Whether the dialogue is closed.</param>
    /// <param name="together">The mark that was set together; null: none was.</param>
    public static Moderated Of(
        Thresholds thresholds,
        Preset preset,
        IReadOnlyList<GivenMark> sheets,
        GivenMark? extra = null,
        bool talked = false,
        decimal? together = null
    )
    {
        var gap = Gap(sheets);
        return together is { } set ? new Moderated(ModerationStep.Settled, gap, set, [])
            : extra is { } third ? WithExtra(thresholds, preset, [.. sheets, third], gap)
            : gap <= thresholds.Agree ? Settled(gap, sheets)
            : talked
                ? gap <= thresholds.Talk ? Settled(gap, sheets)
                    : Open(ModerationStep.Collective, gap)
            : Open(gap <= thresholds.Talk ? ModerationStep.Dialogue : ModerationStep.Further, gap);
    }

    /// <summary>Whether a way fits to the number of sheets an entry.</summary>
    public static bool Fits(Preset preset, int sheets) =>
        preset switch
        {
            Preset.TwoAndThird => sheets == 2,
            Preset.MoreAndMiddle => sheets >= 3,
            _ => false,
        };

    private static Moderated WithExtra(Thresholds thresholds, Preset preset, IReadOnlyList<GivenMark> sheets, decimal gap)
    {
        GivenMark[] sorted = [.. sheets.OrderBy(sheet => sheet.Mark).ThenBy(sheet => sheet.Juror)];
        var equal = sorted.GroupBy(sheet => sheet.Mark).FirstOrDefault(group => group.Count() > 1);
        IReadOnlyList<GivenMark> left = preset switch
        {
            Preset.TwoAndThird => equal is null ? sorted : [.. equal],
            Preset.MoreAndMiddle => sorted[1..^1],
            _ => throw new ArgumentOutOfRangeException(nameof(preset)),
        };
        var most = preset == Preset.TwoAndThird ? thresholds.Spread : thresholds.Talk;
        return Gap(left) <= most ? Settled(gap, left) : Open(ModerationStep.Collective, gap);
    }

    private static decimal Gap(IReadOnlyList<GivenMark> sheets) => sheets.Max(sheet => sheet.Mark) - sheets.Min(sheet => sheet.Mark);

    private static Moderated Settled(decimal gap, IReadOnlyList<GivenMark> counted) =>
        new(
            ModerationStep.Settled,
            gap,
            counted.Sum(sheet => sheet.Mark) / counted.Count,
            [.. counted.Select(sheet => sheet.Juror).Order()]
        );

    private static Moderated Open(ModerationStep step, decimal gap) => new(step, gap, null, []);
}
