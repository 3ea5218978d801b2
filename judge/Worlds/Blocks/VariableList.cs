using System.Text;
using System.Text.Json;
using Judge.Messages;

namespace Judge.Worlds.Blocks;

/// <summary>What programs give names to: variables, procedures and parameters, which Blockly keeps in one list.</summary>
internal sealed class VariableList
{
    public const string Procedure = "procedure";
    public const string Parameter = "parameter";

    private const int MostVariables = 10;
    private const int MostNames = 64;
    private const int MostSigns = 30;

    private readonly Dictionary<string, (string Name, string Type)> _byId = [];
    private readonly List<string> _variables = [];

    /// <param name="list">Null: the program has none.</param>
    /// <exception cref="BlockFault">A name or a number of them cannot be taken.</exception>
    public VariableList(JsonElement? list)
    {
        if (list is null)
        {
            return;
        }

        foreach (var entry in StoredJson.List(list.Value, MostNames))
        {
            StoredJson.Allow(entry, "name", "id", "type");
            var (id, name) = (StoredJson.Id(entry), StoredJson.Text(entry, "name"));
            var type = entry.TryGetProperty("type", out _) ? StoredJson.Text(entry, "type") : "";
            if (type is not ("" or Procedure or Parameter) || !_byId.TryAdd(id, (name, type)))
            {
                throw StoredJson.Broken();
            }

            CheckName(name);
            if (type.Length == 0)
            {
                _variables.Add(id);
            }
        }

        if (_variables.Count > MostVariables)
        {
            throw new BlockFault(new Said("world.program.tooManyVariables", MostVariables), null);
        }
    }

    public IReadOnlyList<string> Names => [.. _variables.Select(NameOf)];

    public bool Has(string id, string type) => _byId.TryGetValue(id, out var known) && known.Type == type;

    public string NameOf(string id) => _byId[id].Name;

    public int IndexOf(string id) => _variables.IndexOf(id);

    private static void CheckName(string name)
    {
        if (
            name.Length is 0 or > MostSigns
            || !name.IsNormalized(NormalizationForm.FormC)
            || !name.EnumerateRunes().All(sign => Rune.IsLetterOrDigit(sign) || sign.Value == ' ')
        )
        {
            throw new BlockFault(
                new Said("world.program.badName", PlainText.Shortened(PlainText.Storable(name), MostSigns), MostSigns),
                null
            );
        }
    }
}
