using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Privacy;

/// <summary>Lines of the tables of a school's data. Pure. The headings are <c>privacy.csv.…</c>, in the same order.</summary>
internal sealed class ExportLines(Phrases words, IReadOnlyDictionary<ContestId, Contest> contests)
{
    /// <summary>By numbers alone; what is not one source of a language has the ending of any bytes.</summary>
    public static string FileOf(Submission work, Languages languages)
    {
        var ending = work.Kind == HandinKind.Program ? languages.Find(work.Language)?.Extensions[0] : null;
        return string.Create(CultureInfo.InvariantCulture, $"bai-nop/{work.Id.Value}{ending ?? ".bin"}");
    }

    public string[] Of(SchoolPupil pupil) =>
        [
            Text(pupil.Id),
            $"{new SchoolYear((int)pupil.Year)}",
            pupil.Name,
            pupil.Class,
            Text(pupil.Grade),
            pupil.BirthYear is { } born ? Text(born) : "",
        ];

    public string[] Of(SchoolMember member) =>
        [
            Code(new(member.Contest)),
            member.Division,
            member.Team,
            member.Coach,
            member.Sbd,
            Text(member.Pupil),
            member.Name,
            member.Class,
            Text(member.Grade),
        ];

    public string[] Of(SchoolEntrant entrant) =>
        [Text(entrant.Entrant), Code(new(entrant.Contest)), entrant.Sbd, entrant.Name, entrant.Class, YesNo(entrant.Publish == 1)];

    public string[] Of(IGrouping<long, ConsentAct> pupil, ConsentAct act) =>
        [
            Text(pupil.Key),
            words[$"privacy.kind.{act.Kind}"],
            words[$"privacy.giver.{act.Giver}"],
            YesNo(act.IsGiven),
            Text(act.TextVersion),
            words[$"privacy.way.{act.Way}"],
            Text(act.Year),
        ];

    public string[] Of(PrivacyRequest request) =>
        [
            Text(request.Id),
            words[$"privacy.request.{request.Kind}"],
            request.Pupil is { } pupil ? Text(pupil) : "",
            words.Moment(request.Progress.ReceivedAt),
            Moment(request.Progress.AnsweredAt),
            Moment(request.Progress.DoneAt),
            request.Note,
            request.Answer,
        ];

    public string[] Of(AccessRead read) =>
        [
            words.Moment(DateTimeOffset.FromUnixTimeMilliseconds(read.At)),
            RoleWord(read, words),
            ObjectWord(read, words),
            read.Contest is { } id ? Code(new(id)) : "",
        ];

    public string[] Of((Submission Work, Judgement? Judgement) one) =>
        [
            Text(one.Work.Id.Value),
            Text(one.Work.Entrant.Value),
            Code(one.Work.Contest),
            one.Work.Label,
            one.Work.Language,
            words.Moment(one.Work.At),
            one.Judgement is { } judgement ? judgement.Verdict.Code() : "",
            one.Judgement is { } given ? words.Number(given.Share * MarkOf(one.Work)) : "",
        ];

    /// <summary>In which part somebody looked; empty: a log of an earlier version.</summary>
    public static string RoleWord(AccessRead read, Phrases words) =>
        Enum.TryParse<StaffRole>(read.Role, out var role) && role != StaffRole.None ? words[$"staff.role.{role}"] : "";

    /// <summary>What was looked at.</summary>
    public static string ObjectWord(AccessRead read, Phrases words) => words[$"privacy.read.{read.Object}"];

    private decimal MarkOf(Submission work) =>
        contests.GetValueOrDefault(work.Contest)?.Problems.FirstOrDefault(problem => problem.Label == work.Label)?.Points ?? 0;

    private string Code(ContestId contest) => contests.GetValueOrDefault(contest)?.Code ?? "";

    private string YesNo(bool value) => words[value ? "registration.yes" : "registration.no"];

    private string Moment(DateTimeOffset? moment) => moment is { } at ? words.Moment(at) : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
