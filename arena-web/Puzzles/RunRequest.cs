using System.Text;
using System.Text.Json;
using Judge.Messages;
using Judge.Submit;

namespace ArenaWeb.Puzzles;

/// <summary>What a page sends of a program: to run it or to keep it. All of it is the client's word.</summary>
/// <param name="RunId">Chosen by the page once a run; empty where the program is only kept.</param>
/// <param name="Number">Of the change, from 1.</param>
/// <param name="Program">As it came, UTF-8.</param>
/// <param name="Ago">How long ago it was run, not less than zero and at most a day.</param>
internal sealed record RunRequest(Guid RunId, long Number, ReadOnlyMemory<byte> Program, TimeSpan Ago)
{
    /// <summary>Of a body, in bytes: a program and what stands around it.</summary>
    public const int MostBytes = SubmitRule.MostBlockBytes + 1_024;

    private const long MostNumber = 1L << 53;

    private static readonly TimeSpan MostAgo = TimeSpan.FromDays(1);

    /// <summary>As deep as an honest program nests, and a little for what stands around it.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1_024, AllowDuplicateProperties = false };

    private static readonly string[] OfRun = ["clientRunId", "seq", "program", "ranAgo"];
    private static readonly string[] OfSave = ["seq", "program"];

    /// <summary>The request, or what is wrong with it.</summary>
    /// <param name="isRun">It is to be run; else to be kept only.</param>
    public static (RunRequest? Request, Said? Flaw) Read(ReadOnlyMemory<byte> body, bool isRun)
    {
        if (body.Length > MostBytes)
        {
            return (null, new("puzzle.refused.large", SubmitRule.MostBlockBytes / 1_024));
        }

        try
        {
            using var document = JsonDocument.Parse(body, Options);
            return Of(document.RootElement, isRun) is { } request ? (request, null) : (null, new("puzzle.refused.form"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return (null, new("puzzle.refused.form"));
        }
    }

    /// <summary>Null: a part is missing, unknown or no such thing.</summary>
    private static RunRequest? Of(JsonElement body, bool isRun)
    {
        if (body.ValueKind != JsonValueKind.Object || body.EnumerateObject().Any(part => !(isRun ? OfRun : OfSave).Contains(part.Name)))
        {
            return null;
        }

        Guid run = default;
        if (isRun && !(body.TryGetProperty("clientRunId", out var id) && id.TryGetGuid(out run) && run != Guid.Empty))
        {
            return null;
        }

        var ago = 0d;
        return
            body.TryGetProperty("seq", out var seq)
            && seq.TryGetInt64(out var number)
            && number is > 0 and <= MostNumber
            && body.TryGetProperty("program", out var program)
            && program.ValueKind == JsonValueKind.Object
            && (!body.TryGetProperty("ranAgo", out var said) || said.TryGetDouble(out ago))
            ? new(run, number, Encoding.UTF8.GetBytes(program.GetRawText()), AgoOf(ago))
            : null;
    }

    private static TimeSpan AgoOf(double milliseconds) =>
        !(milliseconds > 0) ? TimeSpan.Zero
        : milliseconds < MostAgo.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds)
        : MostAgo;
}
