using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Tests.Access;

public sealed class RightsTests
{
    private static readonly ContestId Contest = new(1);
    private static readonly Subject Whole = new(Matrix.Contest, Contest);
    private static readonly Subject OfOne = Whole with { Entrant = new(7), Unit = 3, Room = "P1" };

    [Theory]
    [InlineData('D', false)]
    [InlineData('S', false)]
    [InlineData('G', true)]
    [InlineData('T', true)]
    public void A_pupil_sees_the_problems_of_the_own_contest_from_its_start(char phase, bool sees)
    {
        Assert.Equal(sees, Rights.Of(Pupil(7), Whole, phase).May(Objects.Statements));
        Assert.False(Rights.Of(Pupil(7), Whole with { Contest = new ContestId(2) }, phase).May(Objects.Statements));
    }

    [Fact]
    public void A_pupil_sees_the_own_work_and_nobody_elses()
    {
        Assert.Equal(Sight.All, Rights.Of(Pupil(7), OfOne, 'G')[Objects.Work]);
        Assert.Equal(Sight.Nothing, Rights.Of(Pupil(8), OfOne, 'T')[Objects.Work]);
    }

    [Fact]
    public void A_name_is_shown_to_others_with_consent_only()
    {
        Assert.False(Rights.Of(Asker.Nobody, OfOne, 'O').May(Objects.Names));
        Assert.True(Rights.Of(Asker.Nobody, OfOne with { Consent = true }, 'S').May(Objects.Names));
        Assert.True(Rights.Of(Staff(StaffRole.Organiser), OfOne, 'S').May(Objects.Names));
        Assert.False(Rights.Of(Staff(StaffRole.Juror), OfOne with { Consent = false }, 'O').May(Objects.Names));
    }

    [Fact]
    public void A_grant_holds_where_it_was_given()
    {
        var here = Staff(StaffRole.Organiser, new Scope(Contest));
        Assert.True(Rights.Of(here, Whole, 'G').May(Objects.SetUp));
        Assert.False(Rights.Of(here, Whole with { Contest = new ContestId(2) }, 'G').May(Objects.SetUp));
        Assert.False(Rights.Of(here, Subject.House, default).May("library"));
        Assert.True(Rights.Of(Staff(StaffRole.Organiser), Subject.House, default).May("library"));
    }

    [Fact]
    public void A_school_and_an_invigilator_see_the_names_of_their_own()
    {
        Assert.True(Rights.Of(Staff(StaffRole.Coach, new Scope(null, 3)), OfOne, 'S').May(Objects.Names));
        Assert.False(Rights.Of(Staff(StaffRole.Coach, new Scope(null, 4)), OfOne, 'S').May(Objects.Names));
        Assert.False(Rights.Of(Staff(StaffRole.Coach, new Scope(null, 3)), Whole, 'S').May(Objects.Names));
        Assert.True(Rights.Of(Staff(StaffRole.Invigilator, new Scope(Contest, null, "P1")), OfOne, 'G').May(Objects.Cards));
        Assert.False(Rights.Of(Staff(StaffRole.Invigilator, new Scope(Contest, null, "P2")), OfOne, 'G').May(Objects.Cards));
    }

    [Fact]
    public void Whoever_may_not_know_of_a_contest_sees_nothing_of_it()
    {
        StaffRole[] knowing = [StaffRole.Organiser, StaffRole.Juror, StaffRole.HeadJuror, StaffRole.Administrator];
        var others = Enum.GetValues<StaffRole>().Except(knowing).Select(role => Staff(role)).Append(Pupil(7));
        foreach (var (asker, subject) in others.SelectMany(asker => new[] { (asker, Whole), (asker, OfOne with { Consent = true }) }))
        {
            Assert.All(Matrix.Contest.Rows.Keys, name => Assert.Equal(Sight.Nothing, Rights.Of(asker, subject, 'D')[name]));
        }
        var administrator = Rights.Of(Staff(StaffRole.Administrator), Whole, 'D');
        Assert.Equal(Sight.Title, administrator[Objects.Contest]);
        Assert.All(Matrix.Contest.Rows.Keys.Except([Objects.Contest]), name => Assert.False(administrator.May(name)));
    }

    [Fact]
    public void An_organiser_reads_a_source_and_it_is_written_down() =>
        Assert.Equal(Sight.Log, Rights.Of(Staff(StaffRole.Organiser), OfOne, 'G')[Objects.Work]);

    [Fact]
    public void A_conflict_takes_all_grants_away_and_leaves_what_the_public_sees()
    {
        var subject = OfOne with
        {
            Conflicted = new HashSet<string> { "staff" },
            Consent = true,
        };
        var rights = Rights.Of(Staff(StaffRole.Organiser), subject, 'T');
        Assert.All(Matrix.Contest.Rows.Keys, name => Assert.Equal(Rights.Of(Asker.Nobody, subject, 'T')[name], rights[name]));
    }

    [Fact]
    public void Hats_add_up_and_none_takes_anything_away()
    {
        var roles = Enum.GetValues<StaffRole>();
        foreach (var (one, more) in roles.SelectMany(one => roles.Select(more => (one, more))))
        {
            foreach (var (phase, subject) in Matrix.Contest.Phases.SelectMany(phase => new[] { (phase, Whole), (phase, OfOne) }))
            {
                var (less, both) = (Rights.Of(Staff(one), subject, phase), Rights.Of(Staff([one, more]), subject, phase));
                Assert.All(Matrix.Contest.Rows.Keys, name => Assert.True(less[name] <= both[name], $"{name}: {one}, {more}, {phase}"));
            }
        }
    }

    [Fact]
    public void A_phase_that_the_table_does_not_know_is_our_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rights.Of(Asker.Nobody, Whole, 'X'));

    private static Asker Pupil(long entrant) => new(null, new EntrantId(entrant), Contest, []);

    private static Asker Staff(StaffRole role, Scope? scope = null) => new("staff", null, null, [GrantOf(role, scope ?? Scope.Site)]);

    private static Asker Staff(StaffRole[] roles) => new("staff", null, null, [.. roles.Select(role => GrantOf(role, Scope.Site))]);

    private static Grant GrantOf(StaffRole role, Scope scope) => new(1, "staff", role, scope, "test", DateTimeOffset.UnixEpoch);
}
