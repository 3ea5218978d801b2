using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArenaWeb.Privacy.Rules;

/// <summary>What people agree to. A text that was shown to anybody is never changed: its next version gets a number of its own.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Source">Where the wording comes from, such as "đề xuất".</param>
internal sealed record ConsentText(ConsentKind Kind, int Version, DateOnly Since, string Source, string Vi, string En)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Those of the file <c>consent-texts.json</c>.</summary>
    public static IReadOnlyList<ConsentText> All { get; } =
        JsonSerializer.Deserialize<IReadOnlyList<ConsentText>>(WorkingDays.Text("consent-texts.json"), Form)!;

    public static ConsentText Latest(ConsentKind kind) => All.Where(text => text.Kind == kind).MaxBy(text => text.Version)!;

    /// <param name="language">Such as <c>vi</c>.</param>
    public string In(string language) => language == "en" ? En : Vi;
}
