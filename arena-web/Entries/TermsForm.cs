using System.Globalization;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Words;

namespace ArenaWeb.Entries;

/// <summary>What a contest asks of entries, as it is typed.</summary>
public sealed class TermsForm
{
    public string? Closes { get; set; }

    public string? LeastMembers { get; set; } = "1";

    public string? MostMembers { get; set; } = "1";

    /// <summary>Empty: any number, here and below.</summary>
    public string? MostTeams { get; set; }

    public string? MostTeamsOfDivision { get; set; }

    public string? MostPupils { get; set; }

    public bool NeedsCoach { get; set; }

    public bool NeedsConsent { get; set; }

    internal static TermsForm Of(EntryTerms terms) =>
        new()
        {
            Closes = VietnamTime.ForInput(terms.Closes),
            LeastMembers = Shown(terms.LeastMembers),
            MostMembers = Shown(terms.MostMembers),
            MostTeams = Shown(terms.MostTeams),
            MostTeamsOfDivision = Shown(terms.MostTeamsOfDivision),
            MostPupils = Shown(terms.MostPupils),
            NeedsCoach = terms.NeedsCoach,
            NeedsConsent = terms.NeedsConsent,
        };

    /// <returns>Null: something cannot be read or cannot stand, as the fields of <paramref name="wrong"/> say.</returns>
    internal EntryTerms? Read(ICollection<string> wrong)
    {
        var closes = TypedMoment.Read(Closes).Moment;
        if (closes is null)
        {
            wrong.Add(nameof(Closes));
        }

        var terms = new EntryTerms
        {
            Closes = closes ?? DateTimeOffset.MinValue,
            LeastMembers = Between(LeastMembers, EntryTerms.LargestTeam, nameof(LeastMembers)) ?? 1,
            MostMembers = Between(MostMembers, EntryTerms.LargestTeam, nameof(MostMembers)) ?? 1,
            MostTeams = Optional(MostTeams, nameof(MostTeams)),
            MostTeamsOfDivision = Optional(MostTeamsOfDivision, nameof(MostTeamsOfDivision)),
            MostPupils = Optional(MostPupils, nameof(MostPupils)),
            NeedsCoach = NeedsCoach,
            NeedsConsent = NeedsConsent,
        };
        if (wrong.Count == 0 && terms.MostMembers < terms.LeastMembers)
        {
            wrong.Add(nameof(MostMembers));
        }

        return wrong.Count == 0 ? terms : null;

        int? Optional(string? typed, string field) =>
            string.IsNullOrWhiteSpace(typed) ? null : Between(typed, EntryTerms.LargestQuota, field);

        int? Between(string? typed, int most, string field)
        {
            var number = NumberInput.Whole(typed);
            if (number is >= 1 && number <= most)
            {
                return number;
            }

            wrong.Add(field);
            return null;
        }
    }

    private static string? Shown(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
