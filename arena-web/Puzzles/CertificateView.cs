using ArenaWeb.Puzzles.Rules;
using Judge.Contests;

namespace ArenaWeb.Puzzles;

/// <summary>A certificate of an hour, for who solved a level at least.</summary>
internal sealed record CertificateView(Contest Contest, string Name, string Class, string School, int Stars, int Solved, DateTimeOffset Day)
{
    /// <summary>Null: nothing was solved yet.</summary>
    public static CertificateView? Of(
        Contest contest,
        string name,
        string grade,
        string school,
        IReadOnlyList<LevelMark> path,
        DateTimeOffset day
    ) =>
        path.Count(mark => mark.Stars() > 0) is > 0 and var solved
            ? new(contest, name, grade, school, path.Sum(mark => mark.Stars()), solved, day)
            : null;
}
