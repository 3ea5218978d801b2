using System.Globalization;

namespace ArenaWeb.Live;

/// <summary>What a browser asks for: <c>?nghe=contest:5+entrant:7&amp;sau=120</c>.</summary>
/// <param name="Topics">What its pages listen to, at most <see cref="MostTopics"/>.</param>
/// <param name="After">Number of the last event that it knows of; null: it does not say.</param>
/// <param name="Once">It asks for what there is and does not stay, as behind a proxy that holds streams back.</param>
internal sealed record LiveRequest(IReadOnlyList<LiveTopic> Topics, long? After, bool Once)
{
    /// <summary>Names of the parameters.</summary>
    public const string TopicsKey = "nghe";

    public const string AfterKey = "sau";

    public const string OnceKey = "mot-lan";

    /// <summary>More contests than anybody looks at side by side.</summary>
    public const int MostTopics = 32;

    public static LiveRequest Of(HttpRequest request)
    {
        var header = request.Headers["Last-Event-ID"].ToString();
        var topics = request
            .Query[TopicsKey]
            .ToString()
            .Split(' ', MostTopics + 1, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostTopics)
            .Select(LiveTopic.Parse)
            .OfType<LiveTopic>();
        return new(
            [.. topics.Distinct()],
            Number(header.Length > 0 ? header : request.Query[AfterKey].ToString()),
            request.Query.ContainsKey(OnceKey)
        );
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
