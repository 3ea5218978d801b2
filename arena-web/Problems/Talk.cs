using Judge.Problems;

namespace ArenaWeb.Problems;

/// <summary>A sample talk of an interactive problem, line by line.</summary>
internal sealed record Talk(IReadOnlyList<TalkLine> Lines)
{
    public static async Task<IReadOnlyList<Talk>> OfAsync(Problem problem, CancellationToken ct)
    {
        var talks = new List<Talk>();
        foreach (var path in problem.Interactions)
        {
            var text = await Sample.ReadAsync(path, ct);
            talks.Add(
                new Talk([
                    .. text.ReplaceLineEndings("\n")
                        .TrimEnd('\n')
                        .Split('\n')
                        .Where(line => line.Length > 0)
                        .Select(line => new TalkLine(line[0] == '>', line[0] is '<' or '>' ? line[1..] : line)),
                ])
            );
        }
        return talks;
    }
}

/// <param name="ByEntrant">The entrant's program wrote it; else the judge did.</param>
internal sealed record TalkLine(bool ByEntrant, string Text);
