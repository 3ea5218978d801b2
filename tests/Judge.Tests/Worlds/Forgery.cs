using System.Text;
using System.Text.Json.Nodes;

namespace Judge.Tests.Worlds;

/// <summary>Changes a saved program as somebody might who wants to see the server fall.</summary>
internal static class Forgery
{
    private static readonly string[] Strange =
    [
        "null",
        "[]",
        "{}",
        "-1",
        "1e999",
        "0.5",
        "99999999999",
        "true",
        "\"\"",
        "\"sc_number\"",
        "\"sc_start\"",
        "\"sc_procedure1\"",
        "\"<script>\"",
        "{\"block\":{}}",
        "{\"id\":\"v_v0\"}",
        "[{\"type\":\"sc_start\",\"id\":\"x\"}]",
    ];

    private static readonly string[] Keys = ["next", "block", "shadow", "inputs", "fields", "type", "id", "DO", "COND", "VAR", "movable"];

    public static byte[] Of(JsonNode program, SplitMix random)
    {
        var times = 1 + random.Below(4);
        for (var time = 0; time < times; time++)
        {
            ChangeNode(program, random);
        }

        var bytes = Encoding.UTF8.GetBytes(program.ToJsonString());
        return random.Below(3) == 0 ? ChangeBytes(bytes, random) : bytes;
    }

    private static void ChangeNode(JsonNode program, SplitMix random)
    {
        var all = Below(program).ToList();
        if (all.Count == 0)
        {
            return;
        }

        var victim = all[random.Below(all.Count)];
        var other =
            random.Below(2) == 0 ? all[random.Below(all.Count)].DeepClone() : JsonNode.Parse(Strange[random.Below(Strange.Length)])!;
        switch (random.Below(4))
        {
            case 0 when victim is JsonObject map:
                map[Keys[random.Below(Keys.Length)]] = other;
                break;
            case 1 when victim is JsonArray list:
                list.Add(other);
                break;
            case 2 when victim.Parent is JsonObject parent:
                parent.Remove(victim.GetPropertyName());
                break;
            default:
                victim.ReplaceWith(other);
                break;
        }
    }

    private static byte[] ChangeBytes(byte[] bytes, SplitMix random)
    {
        var at = random.Below(bytes.Length);
        var length = random.Below(Math.Min(40, bytes.Length - at));
        return random.Below(3) switch
        {
            0 => [.. bytes[..at], (byte)random.Below(256), .. bytes[at..]],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            _ => [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]],
        };
    }

    /// <summary>What is in it, itself left out.</summary>
    private static IEnumerable<JsonNode> Below(JsonNode node) =>
        (
            node switch
            {
                JsonObject map => map.Select(entry => entry.Value),
                JsonArray list => list,
                _ => [],
            }
        )
            .OfType<JsonNode>()
            .SelectMany(inner => Below(inner).Prepend(inner));
}
