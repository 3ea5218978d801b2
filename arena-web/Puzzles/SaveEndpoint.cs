using System.Text;
using System.Text.Json;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Puzzles;

/// <summary>Keeps what a pupil builds, on every change. A save that was overtaken is answered with what is kept.</summary>
internal sealed class SaveEndpoint(LevelDoor door)
{
    /// <summary>A save waits until two seconds after the last one, so this many at once are as many in two seconds.</summary>
    private readonly StreamLimits _places = new();

    private static readonly JsonSerializerOptions Deep = new(JsonSerializerOptions.Web) { MaxDepth = 1_024 };

    public static void Map(WebApplication app) =>
        app.MapPut(
                PuzzlePaths.Save,
                static (HttpContext http, string code, string label, SaveEndpoint saves, Phrases words) =>
                    saves.SaveAsync(http, code, label, words)
            )
            .RequireAuthorization(Policies.Pupil)
            .WithMetadata(new RequestSizeLimitAttribute(SubmitFormGuard.MostRead));

    private async Task<IResult> SaveAsync(HttpContext http, string code, string label, Phrases words)
    {
        var (level, refusal) = await door.EnterByPageAsync(http, code, label, words);
        if (level is null)
        {
            return refusal!;
        }
        using var place = _places.Enter(level.Contest.Pupil, null);
        if (place is null)
        {
            return RunAnswer.Refused(words["puzzle.refused.fast"], StatusCodes.Status429TooManyRequests, again: true);
        }
        var (request, flaw) = await RunEndpoint.ReadAsync(http, isRun: false);
        if (request is null)
        {
            return RunAnswer.Refused(words[flaw!], RunEndpoint.StatusOf(flaw!.Key));
        }
        var text = Encoding.UTF8.GetString(request.Program.Span);
        var (program, number) = await door.SaveAsync(level, text, request.Number);
        return (program, number) == (text, request.Number)
            ? Results.Json(new { savedSeq = number })
            : Results.Json(
                new { savedSeq = number, saved = new { program = JsonSerializer.Deserialize<JsonElement>(program, Deep), seq = number } },
                Deep
            );
    }
}
