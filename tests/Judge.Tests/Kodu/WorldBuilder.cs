using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Judge.Kodu.Model;
using Judge.Kodu.Text;

namespace Judge.Tests.Kodu;

/// <summary>Makes worlds of our own as the game would write them: a zip or a cabinet with level, stuff and terrain.</summary>
internal sealed class WorldBuilder
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public const string DefaultId = "0c0ffee0-0000-4000-8000-000000000001";

    private readonly List<Actor> _actors = [];
    private readonly List<Way> _ways = [];
    private readonly Dictionary<string, string> _settings = [];

    public string Id { get; init; } = DefaultId;
    public string Name { get; init; } = "Thành phố nhỏ";
    public string Creator { get; init; } = "Mai";
    public string? LinkedFrom { get; init; }
    public string? LinkedTo { get; init; }
    public string? Language { get; init; } = "10";
    public IReadOnlyList<string> Gamertags { get; init; } = [];
    public string BeforeStart { get; init; } = "Nothing";

    /// <summary>Materials of the ground, a column of cells each; none: no terrain part.</summary>
    public IReadOnlyList<int> Materials { get; init; } = [3];

    public IReadOnlyList<Actor> Actors => _actors;

    /// <summary>Adds an actor with pages of printed rules; a page is its lines.</summary>
    public WorldBuilder With(string type, string name, params string[] pages) => With(type, name, "White", pages);

    public WorldBuilder With(string type, string name, string color, string[] pages)
    {
        _actors.Add(
            new Actor
            {
                Type = type,
                Name = name,
                Color = color,
                X = _actors.Count * 5,
                Y = 1,
                Pages = [.. pages.Select(IReadOnlyList<Rule> (page) => Rules(page))],
            }
        );
        return this;
    }

    public WorldBuilder With(Actor actor)
    {
        _actors.Add(actor);
        return this;
    }

    public WorldBuilder With(Way way)
    {
        _ways.Add(way);
        return this;
    }

    public WorldBuilder Set(string name, string value)
    {
        _settings[name] = value;
        return this;
    }

    public static IReadOnlyList<Rule> Rules(string page) =>
        [.. page.Split('\n').Where(line => line.Trim().Length > 0).Select(line => RuleParser.Line(line.TrimEnd()))];

    public (string Name, byte[] Bytes)[] Parts()
    {
        var parts = new List<(string, byte[])> { ($"Level/{Id}.Xml", Utf8(LevelXml())), ($"Stuff/{Id}.Xml", Utf8(StuffXml())) };
        if (Materials.Count > 0)
        {
            parts.Add(($"Terrain/{Id}.Map", Terrain()));
        }

        return [.. parts];
    }

    public byte[] Zip() => Zip(Parts());

    public byte[] Cabinet() => CabinetWriter.Write(Parts());

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    public string LevelXml() =>
        new XElement(
            "XmlWorldData",
            new XAttribute(XNamespace.Xmlns + "xsi", Xsi.NamespaceName),
            new XElement("id", Id),
            new XElement("name", Name),
            new XElement("creator", Creator),
            Link("LinkedFromLevel", LinkedFrom),
            Link("LinkedToLevel", LinkedTo),
            Language is null ? null : new XElement("KCodeVersion", Language),
            new XElement("stuffFilename", $@"Xml\Levels\MyWorlds\Stuff\{Id}.Xml"),
            new XElement("preGame", BeforeStart),
            _settings.Select(setting => new XElement(setting.Key, setting.Value)),
            new XElement(
                "scoreSettings",
                new XElement(
                    "ScoreXmlSetting",
                    new XElement("color", "Red"),
                    new XElement("visibility", "Loud"),
                    new XElement("label", "Táo")
                )
            ),
            new XElement(
                "xmlTerrainData2",
                new XElement("virtualMapFile", $@"Xml\Levels\Stuff\TerrainHeightMaps\{Id}.Raw"),
                new XElement("cubeSize", "0.5")
            ),
            new XElement(
                "changeHistory",
                Gamertags.Select(tag => new XElement("ChangeHistoryEntry", new XElement("gamertag", tag), new XElement("time", "2026")))
            )
        ).ToString();

    public string StuffXml() => new XElement("XmlLevelData", new XElement("waypoints", _ways.Select(Xml)), _actors.Select(Xml)).ToString();

    private static XElement Link(string name, string? id) =>
        id is null ? new XElement(name, new XAttribute(Xsi + "nil", "true")) : new XElement(name, id);

    private static XElement Xml(Way way) =>
        new(
            "paths",
            way.Nodes.Select(node => new XElement("nodes", Vector("position", node.X, node.Y), Number("height", node.Height))),
            way.Edges.Select(edge => new XElement(
                "edges",
                Number("node0", edge.First),
                Number("node1", edge.Second),
                Number("direction", edge.Direction)
            )),
            new XElement("color", way.Color),
            new XElement("roadName", way.Road.Length > 0 ? "Boku.SimWorld.Path." + way.Road : "")
        );

    private static XElement Xml(Actor actor) =>
        new(
            "actor",
            Vector("position", actor.X, actor.Y, actor.Z),
            Number("orientation", actor.Orientation),
            new XElement("color", actor.Color),
            new XElement("creatableId", actor.CreatableId ?? Guid.Empty.ToString()),
            new XElement("creatableName", actor.Name),
            new XElement(
                "brain",
                new XAttribute("StartTaskId", "-1"),
                new XElement("tasks", actor.Pages.Select((page, i) => Page(page, i)))
            ),
            new XElement(
                "parameters",
                new XElement("creatable", actor.IsMaster ? "true" : "false"),
                actor.Parameters.Select(parameter => new XElement(parameter.Key, parameter.Value))
            ),
            new XElement("typename", actor.Type)
        );

    private static XElement Page(IReadOnlyList<Rule> rules, int index) =>
        new("Task", new XAttribute("upid", $"task.managed{index}"), new XElement("reflexes", rules.Select(Xml)));

    private static XElement Xml(Rule rule) =>
        new(
            "Reflex",
            rule.Sensor.Length > 0 ? new XElement("sensorUpid", rule.Sensor) : null,
            rule.Selector.Length > 0 ? new XElement("selectorUpid", rule.Selector) : null,
            rule.Actuator.Length > 0 ? new XElement("actuatorUpid", rule.Actuator) : null,
            rule.Settings.Select(setting => new XElement(setting.Key, setting.Value)),
            Number("Indentation", rule.Indent),
            new XElement("filterUpids", rule.Filters.Select(id => new XElement("upid", id))),
            new XElement("modifierUpids", rule.Modifiers.Select(id => new XElement("upid", id))),
            new XElement("SayString", rule.Say),
            new XElement("SaidString", rule.Heard)
        );

    private static XElement Vector(string name, params double[] values) =>
        new(name, values.Select((value, i) => Number("XYZ"[i].ToString(), value)));

    private static XElement Number(string name, double value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>One tile of ground, its columns in turn of each material.</summary>
    private byte[] Terrain()
    {
        const int Edge = 32;
        var bytes = new byte[24 + 1 + 4 * Edge * Edge];
        foreach (var (index, value) in new[] { 3, 1, 1, BitConverter.SingleToInt32Bits(200f), 0, 0 }.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * index), value);
        }

        bytes[24] = 1;
        for (var cell = 0; cell < Edge * Edge; cell++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(25 + 2 * cell), 1000);
            var material = (ushort)Materials[cell / Edge % Materials.Count];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(25 + 2 * (Edge * Edge + cell)), material);
        }

        return bytes;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
