using Judge.Kodu.Model;

namespace Judge.Kodu.Reading;

/// <summary>Reads a level's own part, whose root is <c>XmlWorldData</c>. All of it may be missing; the unknown is passed over.</summary>
internal sealed class LevelXml(XmlCursor xml)
{
    private static readonly HashSet<string> Kept =
    [
        "glassWalls",
        "showCompass",
        "showResourceMeter",
        "enableResourceLimiting",
        "waveHeight",
        "waterStrength",
        "windMin",
        "windMax",
        "skyIndex",
        "lightRig",
        "fixedCamera",
        "fixedOffsetCamera",
        "startingCamera",
        "cameraSpringStrength",
        "genres",
        "cubeSize",
    ];

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, string> _settings = [];
    private readonly List<ScoreSetting> _scores = [];
    private readonly List<string> _gamertags = [];
    private readonly List<TutorialStep> _steps = [];
    private readonly List<string> _waters = [];

    public LevelHead Read()
    {
        xml.Root("XmlWorldData", Child);
        return new LevelHead
        {
            Id = Id("id") ?? "",
            Name = Text("name"),
            Description = Text("description"),
            Creator = Text("creator"),
            Version = _texts.GetValueOrDefault("BokuVersion"),
            LanguageVersion = int.TryParse(Text("KCodeVersion"), out var version) && version >= 0 ? version : null,
            StuffFile = Text("stuffFilename"),
            TerrainFile = Text("virtualMapFile"),
            LinkedFrom = Id("LinkedFromLevel"),
            LinkedTo = Id("LinkedToLevel"),
            BeforeStart = Text("preGame"),
            Settings = _settings,
            Scores = _scores,
            Gamertags = _gamertags,
            Waters = _waters.Count,
            Steps = _steps,
        };
    }

    private void Child()
    {
        switch (xml.Name)
        {
            case "scoreSettings":
                xml.Children(() => Item("ScoreXmlSetting", values => xml.Add(_scores, Score(values)), "color", "visibility", "label"));
                break;
            case "xmlTerrainData2":
                xml.Children(InTerrain);
                break;
            case "changeHistory":
                xml.Children(() => Item("ChangeHistoryEntry", values => xml.Add(_gamertags, values["gamertag"]), "gamertag"));
                break;
            case "tutorialSteps":
                xml.Children(Step);
                break;
            case var name when Kept.Contains(name):
                _settings[name] = xml.Text();
                break;
            case "id" or "name" or "description" or "creator" or "BokuVersion" or "KCodeVersion" or "stuffFilename" or "preGame":
            case "LinkedFromLevel" or "LinkedToLevel" when !xml.IsNil:
                _texts[xml.Name] = xml.Text();
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void InTerrain()
    {
        switch (xml.Name)
        {
            case "virtualMapFile":
                _texts["virtualMapFile"] = xml.Text();
                break;
            case "cubeSize":
                _settings["cubeSize"] = xml.Text();
                break;
            case "waters":
                xml.Children(() => Item("XmlWaterData", _ => xml.Add(_waters, ""), []));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void Step()
    {
        if (xml.Name != "Step")
        {
            xml.Skip();
            return;
        }

        var (test, arguments) = ("", "");
        xml.Children(() =>
        {
            if (xml.Name == "CompletionTest")
            {
                (test, arguments) = (xml.Attribute("Name"), xml.Attribute("Args"));
            }

            xml.Skip();
        });
        xml.Add(_steps, new TutorialStep(test, arguments));
    }

    /// <summary>Reads an element of a list, with the texts of the children that are named.</summary>
    private void Item(string element, Action<Dictionary<string, string>> found, params string[] named)
    {
        if (xml.Name != element)
        {
            xml.Skip();
            return;
        }

        var values = named.ToDictionary(name => name, _ => "");
        xml.Children(() =>
        {
            if (values.ContainsKey(xml.Name))
            {
                values[xml.Name] = xml.Text();
            }
            else
            {
                xml.Skip();
            }
        });
        found(values);
    }

    private static ScoreSetting Score(Dictionary<string, string> values) => new(values["color"], values["visibility"], values["label"]);

    private string Text(string name) => _texts.GetValueOrDefault(name, "");

    /// <summary>Null: the file does not say one, or says the empty one.</summary>
    private string? Id(string name) =>
        Text(name).Trim().ToLowerInvariant() is { Length: > 0 } id && (!Guid.TryParse(id, out var guid) || guid != Guid.Empty) ? id : null;
}
