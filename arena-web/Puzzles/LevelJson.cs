using System.Buffers;
using System.Text;
using System.Text.Json;
using ArenaWeb.Words;
using Judge.Problems;
using Judge.Worlds.Levels;

namespace ArenaWeb.Puzzles;

/// <summary>Where the page of a level sends what is done on it; null: there is no such thing, as in practice.</summary>
internal sealed record LevelAddresses(string Run, string? Save, string? Hint, string? Here, string? Next, string Back);

/// <summary>
/// A level for the page, in one language: the keys of <c>level.json</c> that a pupil may know, by name, so that a new key is kept back
/// until it is written here. Solutions are no part of it, and hidden worlds are counted only.
/// </summary>
internal static class LevelJson
{
    /// <summary>What goes to the page as it stands in the file.</summary>
    private static readonly string[] AsTheyAre =
    [
        "strand",
        "theme",
        "tools",
        "conditions",
        "most",
        "start",
        "recursion",
        "goal",
        "cap",
        "win",
        "signs",
    ];

    /// <summary>What is read nests in at most so many, and in what stands around it.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_024 };

    private static readonly JsonWriterOptions Deeper = new() { MaxDepth = 1_100 };

    /// <summary>By the default encoder: a script element takes it as it is.</summary>
    /// <param name="label">Of the level in its contest; in practice its name.</param>
    /// <param name="who">Keeps what a PC holds of two pupils apart; empty: of nobody.</param>
    /// <param name="saved">The pupil's program and the number of its change; null: nothing is kept.</param>
    public static string Of(
        Problem problem,
        string label,
        string story,
        (string Program, long Number)? saved,
        LevelAddresses addresses,
        string who,
        string token,
        Phrases words
    )
    {
        var level = problem.Level ?? throw new ArgumentException("It is no level.", nameof(problem));
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(problem.Folder, "level.json")), Deep);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Deeper))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("id", problem.Name);
            json.WriteString("label", label);
            json.WriteString("who", who);
            json.WriteString("language", words.Language.Code);
            json.WriteString("title", problem.Title(words.Language.Code));
            json.WriteString("story", story);
            json.WriteBoolean("free", level.Free);
            json.WriteBoolean("practice", addresses.Save is null);
            Copy(json, file.RootElement);
            json.WriteStartObject("budget");
            json.WriteNumber("ticks", level.Ticks);
            json.WriteEndObject();
            WriteWords(json, level, words);
            if (saved is var (program, number))
            {
                json.WriteStartObject("saved");
                json.WritePropertyName("program");
                WriteProgram(json, Encoding.UTF8.GetBytes(program));
                json.WriteNumber("seq", number);
                json.WriteEndObject();
            }

            json.WritePropertyName("paths");
            JsonSerializer.Serialize(json, addresses, JsonSerializerOptions.Web);
            json.WriteString("token", token);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Programs as the editor saved them, as a list for a script element.</summary>
    public static string Programs(params IReadOnlyList<byte[]> programs)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Deeper))
        {
            json.WriteStartArray();
            foreach (var program in programs)
            {
                WriteProgram(json, program);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>By our encoder: what a pupil's page sent may hold the end of a script element.</summary>
    private static void WriteProgram(Utf8JsonWriter json, ReadOnlyMemory<byte> program)
    {
        using var document = JsonDocument.Parse(program, Deep);
        document.RootElement.WriteTo(json);
    }

    private static void Copy(Utf8JsonWriter json, JsonElement file)
    {
        foreach (var key in AsTheyAre)
        {
            if (file.TryGetProperty(key, out var value))
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
        }

        var worlds = file.GetProperty("worlds").EnumerateArray().ToLookup(IsHidden);
        json.WriteNumber("hidden", worlds[true].Count());
        json.WriteStartArray("worlds");
        foreach (var world in worlds[false])
        {
            world.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static bool IsHidden(JsonElement world) =>
        world.TryGetProperty("hidden", out var hidden) && hidden.ValueKind == JsonValueKind.True;

    private static void WriteWords(Utf8JsonWriter json, Level level, Phrases words)
    {
        json.WriteStartArray("hints");
        foreach (var hint in level.Hints)
        {
            json.WriteStringValue(EndSentence.In(hint, words));
        }

        json.WriteEndArray();
        json.WriteStartObject("sentences");
        foreach (var (key, sentence) in EndSentence.All(level, words))
        {
            json.WriteString(key, sentence);
        }

        json.WriteEndObject();
    }
}
