using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>
/// What stays of a program when numbers, names, places and ids are taken off: two programs of one shape do the same things in the same
/// order. Pure.
/// </summary>
internal static class ProgramShape
{
    /// <summary>On a smaller program everybody's best is alike, so it accuses nobody.</summary>
    public const int FewestBlocks = 8;

    /// <summary>A block nests in the one above it, twice a block; stored programs have at most 200.</summary>
    private const int MostDepth = 1_024;

    private static readonly string[] Hats = ["sc_start", "sc_procedure"];

    /// <summary>Fields with numbers and names, which people change to look different (blocks.json).</summary>
    private static readonly FrozenSet<string> Free = ["NUM", "VAR", "NAME", "PARAM1", "PARAM2"];

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MostDepth };

    /// <returns>SHA-256 in hex; null: it is no program.</returns>
    public static string? Of(ReadOnlyMemory<byte> program)
    {
        try
        {
            using var document = JsonDocument.Parse(program, Deep);
            var stacks = document.RootElement.GetProperty("blocks").GetProperty("blocks").EnumerateArray().Where(IsRun).Select(TextOf);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(stacks.Order(StringComparer.Ordinal)))));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Only what stands under a hat is run; a loose stack is nothing.</summary>
    private static bool IsRun(JsonElement block) =>
        block.GetProperty("type").GetString() is { } type && Hats.Any(hat => type.StartsWith(hat, StringComparison.Ordinal));

    private static string TextOf(JsonElement block)
    {
        var text = new StringBuilder();
        Write(text, block);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonElement first)
    {
        // Stacks are long and nesting is not, so what follows is walked and what is inside is entered.
        for (JsonElement? next = first; next is { } block; next = BlockIn(block, "next"))
        {
            text.Append('(').Append(block.GetProperty("type").GetString());
            foreach (var field in Parts(block, "fields").Where(field => !Free.Contains(field.Name)))
            {
                text.Append(CultureInfo.InvariantCulture, $" {field.Name}={field.Value}");
            }

            foreach (var input in Parts(block, "inputs"))
            {
                text.Append(' ').Append(input.Name);
                if ((BlockIn(input.Value, "block") ?? BlockIn(input.Value, "shadow")) is { } inside)
                {
                    Write(text, inside);
                }
            }

            text.Append(')');
        }
    }

    private static IEnumerable<JsonProperty> Parts(JsonElement block, string name) =>
        block.TryGetProperty(name, out var parts) ? parts.EnumerateObject().OrderBy(part => part.Name, StringComparer.Ordinal) : [];

    private static JsonElement? BlockIn(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var found) ? null
        : name == "next" ? BlockIn(found, "block")
        : found;
}
