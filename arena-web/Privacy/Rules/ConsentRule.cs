namespace ArenaWeb.Privacy.Rules;

/// <summary>What a consent is for.</summary>
internal enum ConsentKind
{
    None,

    /// <summary>Tham gia.</summary>
    TakePart,

    /// <summary>Công bố tên, ảnh, bài.</summary>
    Publish,
}

/// <summary>Who gives or withdraws a consent.</summary>
internal enum ConsentGiver
{
    None,
    Child,

    /// <summary>Father, mother or guardian.</summary>
    Representative,
}

/// <summary>How somebody said so.</summary>
internal enum ConsentWay
{
    None,

    /// <summary>A signed paper that the school keeps.</summary>
    Paper,

    /// <summary>A column of the organiser's list of entrants.</summary>
    List,

    /// <summary>Said to a member of the staff, who wrote it down.</summary>
    Told,
}

/// <summary>One thing that was said about a consent.</summary>
/// <param name="IsGiven">False: refused or withdrawn.</param>
/// <param name="TextVersion">Of the text that was agreed to.</param>
/// <param name="Year">In which it was said.</param>
internal sealed record ConsentAct(ConsentKind Kind, ConsentGiver Giver, bool IsGiven, int TextVersion, ConsentWay Way, int Year);

/// <summary>How it stands with one consent of one pupil.</summary>
internal enum ConsentState
{
    /// <summary>Nobody said anything, which is no consent.</summary>
    Missing,

    /// <summary>The child or the representative has still to agree.</summary>
    Half,
    Given,

    /// <summary>The child or the representative refused, or agrees no longer.</summary>
    Withdrawn,
}

/// <summary>
/// When a consent holds: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 wants the representative, and from 7 years on the child as well. What
/// either said last counts, so either of them alone ends it.
/// </summary>
internal static class ConsentRule
{
    private const int AgeOfOwnWord = 7;

    /// <param name="acts">Of one pupil, in the order in which they were written down.</param>
    /// <param name="birthYear">Null: not known, and then the child must agree.</param>
    public static ConsentState Of(IEnumerable<ConsentAct> acts, ConsentKind kind, int? birthYear)
    {
        var last = acts.Where(act => act.Kind == kind).GroupBy(act => act.Giver).ToDictionary(said => said.Key, said => said.Last());
        if (last.Values.Any(act => !act.IsGiven))
        {
            return ConsentState.Withdrawn;
        }
        var representative = last.GetValueOrDefault(ConsentGiver.Representative);
        return last.Count == 0 ? ConsentState.Missing
            : representative is null ? ConsentState.Half
            : last.ContainsKey(ConsentGiver.Child) || !NeedsChild(birthYear, representative.Year) ? ConsentState.Given
            : ConsentState.Half;
    }

    /// <summary>Only the year of birth is known, so who may have turned 7 in that year is asked.</summary>
    public static bool NeedsChild(int? birthYear, int year) => birthYear is not { } born || year - born >= AgeOfOwnWord;
}
