namespace Judge.Marking;

/// <summary>Where criteria and weights come from; pages say so beside the rubric.</summary>
public enum RubricOrigin
{
    None,

    /// <summary>A published rule.</summary>
    Published,

    /// <summary>Adapted from the closest published rule.</summary>
    Nearest,

    /// <summary>A proposal that the organiser has yet to confirm.</summary>
    Proposed,
}

public enum CriterionPhase
{
    Dossier,
    Presentation,
}

/// <summary>
/// A marking sheet's form (phiếu tiêu chí) as data. A change is a new version. Texts are by language, <c>vi</c> and <c>en</c>; in a file
/// unknown keys are refused.
/// </summary>
public sealed record Rubric
{
    public required string Code { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required RubricOrigin Origin { get; init; }

    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>The rule or form behind it; empty: unknown.</summary>
    public IReadOnlyDictionary<string, string> Source { get; init; } = new Dictionary<string, string>();

    /// <summary>The full mark of a sheet, and the sum of all weights.</summary>
    public required decimal Scale { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>From the best down; the last begins at 0. Empty in a file: the usual five.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>What bears a mark, in order, under the number people call it by: 1, 2, 5a, 5b.</summary>
    public IEnumerable<(string Label, Criterion Criterion)> Marked()
    {
        foreach (var (at, criterion) in Criteria.Index())
        {
            if (criterion.Parts is [])
            {
                yield return ($"{at + 1}", criterion);
            }

            foreach (var (part, inner) in criterion.Parts.Index())
            {
                yield return ($"{at + 1}{(char)('a' + part)}", inner);
            }
        }
    }
}

/// <summary>
/// A criterion either bears a mark or has parts that do. A yes-or-no item is a part whose step is its full mark.
/// </summary>
public sealed record Criterion
{
    /// <summary>Told apart within the rubric.</summary>
    public required string Code { get; init; }

    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>What the juror looks for; empty: nothing is said.</summary>
    public IReadOnlyDictionary<string, string> LookFor { get; init; } = new Dictionary<string, string>();

    /// <summary>What the full mark counts in the total; 0 of one with parts.</summary>
    public decimal Weight { get; init; }

    /// <summary>Full mark, as jurors type it; 0 of one with parts.</summary>
    public decimal Max { get; init; }

    /// <summary>Marks are whole multiples of it; 0 of one with parts.</summary>
    public decimal Step { get; init; }

    /// <summary>Below so many percent of the full mark a comment is required; 0: never.</summary>
    public int CommentBelow { get; init; } = 40;

    public CriterionPhase Phase { get; init; }

    /// <summary>They have no parts of their own.</summary>
    public IReadOnlyList<Criterion> Parts { get; init; } = [];
}

/// <summary>A question of yes or no. A no goes to the head juror; it changes no mark by itself.</summary>
public sealed record Gate
{
    public required string Code { get; init; }

    public required IReadOnlyDictionary<string, string> Question { get; init; }
}

/// <summary>What a part of the full mark means in words.</summary>
public sealed record Band
{
    /// <summary>Percent of the full mark, 0..100; the band reaches from here to the next better one, which is not in it.</summary>
    public required decimal From { get; init; }

    public required IReadOnlyDictionary<string, string> Name { get; init; }

    public required IReadOnlyDictionary<string, string> Text { get; init; }
}
