using System.Text.Json;

namespace Judge.Worlds.Blocks;

/// <summary>One block as Blockly saved it, whose keys, fields and inputs are known to be of its type.</summary>
/// <param name="Above">The block that it is plugged into or hangs under; null: it is at the top.</param>
/// <param name="Place">Name of the input it is plugged into; empty: it hangs under the other, or is at the top.</param>
internal sealed record StoredBlock(BlockType Type, string Id, bool IsShadow, JsonElement Json, StoredBlock? Above, string Place)
{
    private readonly Dictionary<string, StoredBlock> _inputs = [];

    public StoredBlock? Next { get; set; }

    /// <summary>What is plugged in: a block, else its shadow; null: nothing is.</summary>
    public StoredBlock? this[string input] => _inputs.GetValueOrDefault(input);

    public void Plug(string input, StoredBlock block) => _inputs[input] = block;

    /// <summary>The text that is chosen in a field.</summary>
    public string Text(string field) => Field(field).GetString()!;

    public int Number(string field) => Field(field).GetInt32();

    /// <summary>The id of the variable that a field names.</summary>
    public string Variable(string field) => Field(field).GetProperty("id").GetString()!;

    /// <summary>False where a key is there and is false.</summary>
    public bool Flag(string key) => !Json.TryGetProperty(key, out var value) || value.ValueKind != JsonValueKind.False;

    /// <summary>The fields as they were saved; null: it has none.</summary>
    public JsonElement? Fields => Json.TryGetProperty("fields", out var fields) ? fields : null;

    private JsonElement Field(string name) => Json.GetProperty("fields").GetProperty(name);
}
