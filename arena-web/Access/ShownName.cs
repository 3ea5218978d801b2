using System.Globalization;
using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>A pupil as an audience may know him or her.</summary>
/// <param name="Name">Empty: the number alone is shown.</param>
internal sealed record ShownPerson(EntrantId Entrant, string Sbd, string Name, string School, string Class)
{
    /// <summary>How boards call the pupil.</summary>
    public string Label => Name.Length > 0 ? $"{Sbd} · {Name}" : Sbd;
}

/// <summary>
/// The only place that decides which name an audience sees: it asks the matrix, which asks for the consent. Whatever is shown, sent or
/// saved for the public is made of <see cref="ShownPerson"/>.
/// </summary>
internal static class ShownName
{
    /// <summary>The pupils of a contest as the public may know them at a moment.</summary>
    public static IEnumerable<ShownPerson> Public(Contest contest, IEnumerable<Person> people, DateTimeOffset now)
    {
        // All that the public's right follows from is the consent, so two answers serve a board of thousands.
        var (named, unnamed) = (PublicSight(contest, true, now), PublicSight(contest, false, now));
        return people.Select(person => new ShownPerson(
            person.Entrant,
            person.Sbd,
            Of(person, person.Publish ? named : unnamed),
            person.School,
            person.Class
        ));
    }

    /// <summary>For whoever the matrix shows every name of the contest.</summary>
    public static IEnumerable<ShownPerson> All(IEnumerable<Person> people) =>
        people.Select(person => new ShownPerson(person.Entrant, person.Sbd, person.Name, person.School, person.Class));

    /// <returns>The name, its initials, or nothing where only the number may be shown.</returns>
    public static string Of(Person person, Sight sight) =>
        sight switch
        {
            Sight.All or Sight.Log => person.Name,
            Sight.Initials => Initials(person.Name),
            _ => "",
        };

    /// <summary>"Nguyễn Thị Ánh" to "N. T. Á.".</summary>
    public static string Initials(string name) =>
        string.Join(
            ' ',
            name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => $"{StringInfo.GetNextTextElement(word).ToUpperInvariant()}.")
        );

    private static Sight PublicSight(Contest contest, bool consent, DateTimeOffset now) =>
        Rights.Of(Asker.Nobody, ContestAccess.SubjectOf(contest) with { Consent = consent }, ContestAccess.PhaseAt(contest, now))[
            Objects.Names
        ];
}
