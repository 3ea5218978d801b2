namespace Judge.Formats.Draft;

/// <summary>How <c>accept_score</c> and a rejected group are meant; packages do not say.</summary>
public enum PointsDialect
{
    None,

    /// <summary>Points of each accepted test; a submission that is not accepted has no points.</summary>
    Kattis,

    /// <summary>
    /// Points of the whole group when all its tests pass (DOMjudge 10); they count even if the submission is not accepted.
    /// </summary>
    Domjudge,
}
