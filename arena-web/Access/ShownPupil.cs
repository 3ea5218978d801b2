using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>A pupil as one reader may see them.</summary>
/// <param name="Name">Empty: the reader may not see it.</param>
internal sealed record ShownPupil(EntrantId Entrant, string Sbd, string Name, string School, string Class)
{
    public static ShownPupil Of(Person pupil, Rights rights) =>
        new(pupil.Entrant, pupil.Sbd, rights.May(Objects.Names) ? pupil.Name : "", pupil.School, pupil.Class);
}
