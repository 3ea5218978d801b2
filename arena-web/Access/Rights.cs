using System.Collections.Frozen;
using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>Objects of the matrix that code asks for; rows of <c>matrix.md</c> without one here are for pages to come.</summary>
internal static class Objects
{
    /// <summary>That there is such a contest.</summary>
    public const string Contest = "contest";

    public const string Place = "place";
    public const string SetUp = "set-up";
    public const string Entry = "entry";
    public const string EntryPreparing = "entry-preparing";
    public const string EntryApproval = "entry-approval";
    public const string ProblemNames = "problem-names";
    public const string Statements = "statements";
    public const string Work = "work";
    public const string Drafts = "drafts";
    public const string OthersResults = "others-results";
    public const string FrozenResults = "frozen-results";

    /// <summary>Questions of all pupils, and answering them.</summary>
    public const string Desk = "desk";

    /// <summary>Where pupils of an hour of puzzles are, and what they run.</summary>
    public const string Wall = "wall";

    /// <summary>What the pupils of a class have together; of nobody in it alone.</summary>
    public const string ClassTotal = "class-total";

    /// <summary>Giving pupils more time, and stopping their clocks.</summary>
    public const string Times = "times";

    public const string Similarity = "similarity";
    public const string Names = "names";
    public const string Cards = "cards";

    /// <summary>Doors of classes and their pupils' secrets.</summary>
    public const string Classes = "classes";
}

/// <summary>Whoever asks: one identity with several hats.</summary>
/// <param name="Login">Of staff; null: none of the staff.</param>
/// <param name="Entrant">Of a pupil; null: no pupil.</param>
/// <param name="Contest">In which the pupil sits; null exactly when <paramref name="Entrant"/> is.</param>
internal sealed record Asker(string? Login, EntrantId? Entrant, ContestId? Contest, IReadOnlyList<Grant> Grants)
{
    public static Asker Nobody { get; } = new(null, null, null, []);

    public static Asker Pupil(PupilVisitor pupil) => new(null, pupil.Entrant, pupil.Contest, []);
}

/// <summary>What is asked about, as facts: a contest or the house, and where it is about one pupil, that pupil.</summary>
/// <param name="Table">Table of the matrix that it stands in.</param>
/// <param name="Contest">Null: it belongs to no contest.</param>
internal sealed record Subject(MatrixTable Table, ContestId? Contest)
{
    public static Subject House { get; } = new(Matrix.House, null);

    /// <summary>The pupils of one school.</summary>
    public static Subject School(long unit) => new(Matrix.School, null) { Unit = unit };

    /// <summary>Null: it is about all of them.</summary>
    public EntrantId? Entrant { get; init; }

    /// <summary>School or cluster of that pupil; null: not known, or about all.</summary>
    public long? Unit { get; init; }

    /// <summary>Where that pupil sits; null: nowhere yet, or about all.</summary>
    public string? Room { get; init; }

    /// <summary>That pupil's name may be published.</summary>
    public bool Consent { get; init; }

    /// <summary>Everybody starts at one time.</summary>
    public bool Together { get; init; }

    /// <summary>The entry was called to a talk.</summary>
    public bool Called { get; init; }

    /// <summary>The entry has won a prize.</summary>
    public bool Awarded { get; init; }

    /// <summary>Objects that the rules of the contest open.</summary>
    public IReadOnlySet<string> Rules { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Logins of staff who are too near to it to judge.</summary>
    public IReadOnlySet<string> Conflicted { get; init; } = FrozenSet<string>.Empty;
}

/// <summary>
/// What somebody may see of a subject in a phase. <see cref="Of"/> is the only place that reads roles, conflicts, phase and consent: the
/// union of what all hats see, without those that a conflict takes away.
/// </summary>
internal sealed class Rights
{
    private readonly Asker _asker;
    private readonly Subject _subject;
    private readonly int _place;
    private readonly List<(Hat Hat, Scope Scope)> _hats;

    /// <param name="place">Of the phase in the table's order; negative: it has no phases.</param>
    private Rights(Asker asker, Subject subject, int place) =>
        (_asker, _subject, _place, _hats) = (asker, subject, place, [.. Hats(asker, subject)]);

    /// <param name="phase">A letter of the subject's table; anything else where it has no phases.</param>
    public static Rights Of(Asker asker, Subject subject, char phase)
    {
        var place = subject.Table.Phases.IndexOf(phase, StringComparison.Ordinal);
        return place >= 0 || subject.Table.Phases.Length == 0
            ? new(asker, subject, place)
            : throw new ArgumentOutOfRangeException(nameof(phase), phase, "The table has no such phase.");
    }

    /// <summary>Whoever may not know that a contest exists sees nothing of it, whatever else a cell says.</summary>
    public Sight this[string name] =>
        name == Objects.Contest || !_subject.Table.Rows.ContainsKey(Objects.Contest) || SightOf(Objects.Contest) != Sight.Nothing
            ? SightOf(name)
            : Sight.Nothing;

    public bool May(string name) => this[name] != Sight.Nothing;

    private Sight SightOf(string name) =>
        (
            from worn in _hats
            from rule in _subject.Table.Rows[name].GetValueOrDefault(worn.Hat, [])
            where _place < 0 || (rule.From <= _place && _place <= rule.To)
            where (rule.Conditions & ~Holding(_asker, _subject, worn.Scope, name)) == 0
            select rule.Sight
        )
            .DefaultIfEmpty(Sight.Nothing)
            .Max();

    private static IEnumerable<(Hat Hat, Scope Scope)> Hats(Asker asker, Subject subject)
    {
        yield return (Hat.Public, Scope.Site);
        if (asker.Entrant is { } entrant && subject.Contest is not null && asker.Contest == subject.Contest)
        {
            if (subject.Entrant is null || subject.Entrant == entrant)
            {
                yield return (Hat.Contestant, Scope.Site);
            }
            if (subject.Entrant != entrant)
            {
                yield return (Hat.Other, Scope.Site);
            }
        }
        if (asker.Login is { } login && subject.Conflicted.Contains(login))
        {
            yield break;
        }
        foreach (var grant in asker.Grants)
        {
            foreach (var hat in HatsOf(grant.Role).Where(hat => Covers(grant.Scope, hat, subject)))
            {
                yield return (hat, grant.Scope);
            }
        }
    }

    private static Hat[] HatsOf(StaffRole role) =>
        role switch
        {
            StaffRole.Leader => [Hat.School, Hat.Leader],
            StaffRole.Coordinator => [Hat.School, Hat.Coordinator],
            StaffRole.Coach or StaffRole.ClusterHead => [Hat.School],
            StaffRole.Invigilator => [Hat.Invigilator],
            StaffRole.Organiser => [Hat.Organiser],
            StaffRole.Secretary => [Hat.Secretary],
            StaffRole.Juror => [Hat.Jury],
            StaffRole.HeadJuror => [Hat.Jury, Hat.Head],
            StaffRole.BoardOperator => [Hat.Operator],
            StaffRole.Auditor => [Hat.Auditor],
            StaffRole.Administrator => [Hat.Administrator],
            _ => [],
        };

    /// <summary>
    /// Schools and invigilators look at a whole contest through their unit or room, and see of its pupils their own. For others a unit or
    /// a room is a fence.
    /// </summary>
    private static bool Covers(Scope scope, Hat hat, Subject subject) =>
        subject.Contest is null ? scope.IsSite || (subject.Unit is not null && scope == new Scope(Unit: subject.Unit))
        : scope.Contest is { } contest && contest != subject.Contest ? false
        : hat is Hat.School or Hat.Leader or Hat.Coordinator or Hat.Invigilator
            || ((scope.Unit is null || scope.Unit == subject.Unit) && (scope.Room is null || scope.Room == subject.Room));

    private static Conditions Holding(Asker asker, Subject subject, Scope scope, string name) =>
        If(subject.Entrant is null || subject.Entrant == asker.Entrant, Conditions.Own)
        | If(scope.Unit is null || scope.Unit == subject.Unit, Conditions.School)
        | If((scope.Room is null || scope.Room == subject.Room) && (scope.Unit is null || scope.Unit == subject.Unit), Conditions.Room)
        | If(subject.Consent, Conditions.Consent)
        | If(subject.Rules.Contains(name), Conditions.Rule)
        | If(subject.Together, Conditions.Together)
        | If(subject.Called, Conditions.Called)
        | If(subject.Awarded, Conditions.Awarded);

    private static Conditions If(bool holds, Conditions condition) => holds ? condition : Conditions.None;
}
