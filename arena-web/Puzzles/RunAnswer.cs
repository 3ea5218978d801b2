using ArenaWeb.Words;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;
using Judge.Worlds.Levels;

namespace ArenaWeb.Puzzles;

/// <summary>What a page is told of a run, as JSON. Of a hidden world it hears how it ended and when, and nothing of its map.</summary>
internal static class RunAnswer
{
    /// <summary>A verdict that may be told.</summary>
    /// <param name="submission">Null: practice, of which nothing is stored.</param>
    /// <param name="feedback">How much of it may be told.</param>
    /// <param name="late">Null: it came in time.</param>
    public static IResult Of(
        Submission? submission,
        PuzzleReport report,
        Feedback feedback,
        string? late,
        long savedSeq,
        Level? level,
        Phrases words
    ) =>
        Results.Json(
            new
            {
                submission = submission?.Id.Value,
                report.Stars,
                report.Almost,
                report.Blocks,
                report.Missing,
                worlds = feedback == Feedback.Tests ? report.Worlds.Select(world => WorldOf(world, level, words)) : [],
                said = report.Worlds.Count == 0 ? words["puzzle.refused.program"] : null,
                late,
                savedSeq,
            }
        );

    /// <summary>It was taken, and there is nothing to tell yet.</summary>
    /// <param name="said">Null: it is being judged, and the page will hear of it.</param>
    public static IResult Waiting(SubmissionId submission, string? said, string? late, long savedSeq) =>
        Results.Json(
            new
            {
                submission = submission.Value,
                said,
                late,
                savedSeq,
            },
            statusCode: StatusCodes.Status202Accepted
        );

    /// <summary>It was not taken.</summary>
    /// <param name="again">The page keeps it and sends it again; else it never will be taken.</param>
    public static IResult Refused(string said, int status, bool again = false) => Results.Json(new { said, again }, statusCode: status);

    private static object WorldOf(WorldEnd end, Level? level, Phrases words)
    {
        var said = end.IsSolved ? null : EndSentence.Of(end, level, words);
        return new
        {
            end.Id,
            end.Hidden,
            end = end.Hidden
                ? (object)
                    new
                    {
                        end.Code,
                        said,
                        t = end.Tick,
                    }
                : new
                {
                    end.Code,
                    said,
                    t = end.Tick,
                    end.Robot,
                    cell = new[] { end.X, end.Y },
                    end.Block,
                },
        };
    }
}
