using System.Globalization;
using System.Security.Claims;
using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Access;

/// <summary>Reads who asks, as facts.</summary>
internal sealed class Askers(Grants grants)
{
    public async Task<Asker> OfAsync(ClaimsPrincipal user, CancellationToken ct) =>
        Visitor.Of(user) switch
        {
            PupilVisitor pupil => Asker.Pupil(pupil),
            StaffVisitor staff => new(staff.Login, null, null, await grants.OfAsync(staff.Login, ct)),
            _ => Asker.Nobody,
        };
}

/// <summary>
/// Stands before every endpoint that shows all of an object of the matrix; who may see less of it does not pass. What one may not see is
/// answered as what does not exist, and so is an endpoint that is missing in the table.
/// </summary>
internal sealed class AccessGate(
    Askers askers,
    IContests contests,
    ISubmissions submissions,
    IRejudgings rejudgings,
    People people,
    AccessLog log,
    SecondFactors factors,
    SecondFactorDemand demand,
    TimeProvider time
)
{
    /// <summary>Pages of one list, and its forms, are one look at it.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var endpoint = http.GetEndpoint() as RouteEndpoint;
        var isOpen = endpoint is null || EndpointTable.IsAsset(endpoint);
        if (isOpen || await AdmitsAsync(http, EndpointTable.Find(endpoint!)))
        {
            await next(http);
        }
        else if (!http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status200OK)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task<bool> AdmitsAsync(HttpContext http, EndpointLine? line)
    {
        if (line is not { OpenTo: OpenTo.Object or OpenTo.Staff })
        {
            return line is not null;
        }
        var ct = http.RequestAborted;
        var asker = await askers.OfAsync(http.User, ct);
        http.Features.Set(asker);
        if (!http.Request.Path.StartsWithSegments(OwnAccountModel.Path) && await MustSetUpAsync(asker, ct))
        {
            http.Response.Redirect(SecondFactorModel.Path);
            return false;
        }
        if (line.OpenTo == OpenTo.Staff)
        {
            return true;
        }
        if (await LookAsync(http, line, ct) is not var (subject, phase))
        {
            return false;
        }
        var rights = Rights.Of(asker, subject, phase);
        if (rights[line.Object] == Sight.Log)
        {
            await log.WriteAsync(asker, line.Object, subject, http.Request.Path, OneLook, ct);
        }
        return rights[line.Object] >= Sight.Log;
    }

    private async Task<bool> MustSetUpAsync(Asker asker, CancellationToken ct) =>
        asker.Login is { } login && demand.Concerns(asker.Grants) && !await factors.IsOnAsync(login, ct);

    /// <summary>Null: nothing has this number.</summary>
    private async Task<(Subject Subject, char Phase)?> LookAsync(HttpContext http, EndpointLine line, CancellationToken ct)
    {
        if (line.FoundBy == FoundBy.None)
        {
            return (Subject.House, default);
        }
        if (line.FoundBy == FoundBy.Unit)
        {
            return (Subject.School(NumberIn(http, "unit")), default);
        }
        var id = NumberIn(http, "id");
        var submission = line.FoundBy == FoundBy.Submission ? await submissions.FindAsync(new SubmissionId(id), ct) : null;
        var contest = line.FoundBy switch
        {
            FoundBy.Submission => submission?.Contest,
            FoundBy.Rejudging => (await rejudgings.FindAsync(new RejudgingId(id), ct))?.Scope.Contest,
            _ => new ContestId(id),
        };
        if (contest is not { } number || await contests.FindAsync(number, ct) is not { } found)
        {
            return null;
        }
        var pupil = submission is null ? null : await people.FindAsync(submission.Entrant, ct);
        var subject = pupil is null
            ? ContestAccess.SubjectOf(found) with
            {
                Entrant = submission?.Entrant,
            }
            : ContestAccess.SubjectOf(found, pupil);
        var unit = http.Request.RouteValues["unit"] is string typed ? long.Parse(typed, CultureInfo.InvariantCulture) : subject.Unit;
        return (subject with { Unit = unit }, ContestAccess.PhaseAt(found, time.GetUtcNow()));
    }

    private static long NumberIn(HttpContext http, string part) =>
        long.Parse((string)http.Request.RouteValues[part]!, CultureInfo.InvariantCulture);
}
