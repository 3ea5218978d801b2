using System.Collections.Concurrent;

namespace Judge.Cluster;

/// <summary>
/// Shows this program's pass with each call, and asks for one before it answers. Without certificates (loopback only) the sender that the
/// message names is believed: whoever can connect is a user of this machine.
/// </summary>
/// <param name="site">Null: there are no certificates.</param>
internal sealed class CallGuard(SiteCertificate? site) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    /// <summary>More than a city has nodes; only passes that were found good are kept.</summary>
    private const int MostKnown = 1000;
    private const string HostedClient = "hosted-";

    private readonly ConcurrentDictionary<string, SiteMember> _known = new(StringComparer.Ordinal);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (ComesFromElsewhere(context))
        {
            var argument = context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) : null;
            if (CallRule.Refusal(CallerOf(context), context.Request.GetInterfaceType(), argument) is { } refusal)
            {
                throw new UnauthorizedAccessException(refusal);
            }
        }

        await context.Invoke();
    }

    /// <summary>Asynchronous, so that the pass stays in the context of this one call. Nobody but an arena gets to see it.</summary>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (site is not null && !context.TargetId.IsClient())
        {
            RequestContext.Set(CallPass.Key, site.Pass);
        }

        await context.Invoke();
    }

    /// <summary>
    /// A timer of the grain itself cannot come over a connection. Observers have random names that are told to arenas only.
    /// </summary>
    private static bool ComesFromElsewhere(IIncomingGrainCallContext context) =>
        context.Request is RequestBase && !context.TargetId.IsClient();

    private Caller? CallerOf(IIncomingGrainCallContext context) =>
        site is null ? new Caller(IsOutside(context.SourceId) ? SiteRole.Node : SiteRole.Arena, null)
        : RequestContext.Get(CallPass.Key) is string pass && MemberOf(pass) is { } member ? new Caller(member.Role, member.Name)
        : null;

    private SiteMember? MemberOf(string pass)
    {
        if (_known.TryGetValue(pass, out var known))
        {
            return site!.Holds(known) ? known : null;
        }

        if (CallPass.Read(pass, site!) is not { } member)
        {
            return null;
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        return _known[pass] = member;
    }

    private static bool IsOutside(GrainId? source) =>
        source is { } id && id.IsClient() && id.Key.ToString()?.StartsWith(HostedClient, StringComparison.Ordinal) != true;
}
