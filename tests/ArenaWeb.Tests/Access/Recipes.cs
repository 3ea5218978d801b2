using System.Globalization;
using System.Text.RegularExpressions;
using ArenaWeb.Access;
using Microsoft.AspNetCore.Routing;

namespace ArenaWeb.Tests.Access;

/// <summary>Fills the addresses of the endpoint table with what the fixtures hold, so that a new endpoint is walked by itself.</summary>
internal static partial class Recipes
{
    /// <summary>A fixed set of searches, sorts, filters and pages, asked of every address.</summary>
    private const string Questions = "phan=1&trang=2&tim=gi&xep=sbd&sbd=HS002&kq=AC&bai=B&tu=2&ma=TIN-1&chieu=1";

    private static readonly string[] Labels = ["A", "B"];
    private static readonly string[] Codes = ["404", "403"];
    private static readonly string[] Units = ["1", "999999"];
    private static readonly string[] Rooms = ["1", "2", "999999"];
    private static readonly string[] Packages = [TestProblems.Streams, TestProblems.Files, "khongco"];

    public static IEnumerable<string> Addresses(World world, IEnumerable<RouteEndpoint> endpoints) =>
        endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .SelectMany(endpoint => Filled(world, EndpointTable.Find(endpoint)!))
            .Distinct()
            .SelectMany(path => path == "/su-kien" ? Streams(world) : [path, $"{path}?{Questions}"]);

    /// <exception cref="InvalidOperationException">Nobody has said what a part of the address stands for.</exception>
    private static IEnumerable<string> Filled(World world, EndpointLine line) =>
        world.Contests.SelectMany(one =>
            Parts()
                .Matches(line.Route)
                .Aggregate(
                    new[] { line.Route }.AsEnumerable(),
                    (routes, part) =>
                        routes.SelectMany(route => Values(world, one, line, part.Value).Select(value => route.Replace(part.Value, value)))
                )
        );

    private static IEnumerable<string> Values(World world, SecretContest one, EndpointLine line, string part) =>
        (part, line.FoundBy) switch
        {
            ("{code}", _) => [one.Contest.Code],
            ("{label}", _) => Labels,
            ("{name}", _) => Packages,
            ("{code:int}", _) => Codes,
            ("{number:long}", _) => [.. one.Threads.Select(Text), "999999"],
            ("{id:long}", FoundBy.None) or ("{unit:long}", _) => Units,
            ("{room:long}", _) => Rooms,
            ("{entrant:long}", _) => [Text(one.Owner.Entrant.Value), "999999"],
            ("{pupil:long}", _) => [Text(one.Owner.Entrant.Value), "999999"],
            ("{id:long}", FoundBy.Contest) => [Text(one.Contest.Id.Value)],
            ("{id:long}", FoundBy.Submission) => [.. one.Submissions.Select(id => Text(id.Value)), "999999"],
            ("{id:long}", FoundBy.Rejudging) => [Text(world.Rejudging.Value)],
            _ => throw new InvalidOperationException($"Say here what {part} of {line.Route} stands for in the fixtures."),
        };

    /// <summary>All topics at once, from the first event on, without staying.</summary>
    private static IEnumerable<string> Streams(World world) =>
        world.Contests.Select(one =>
        {
            var (contest, owner) = (one.Contest.Id.Value, one.Owner.Entrant.Value);
            return FormattableString.Invariant(
                $"/su-kien?nghe=contest:{contest}+board:{contest}+talk:{contest}+desk:{contest}+entrant:{owner}&sau=0&mot-lan=1"
            );
        });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parts();
}
