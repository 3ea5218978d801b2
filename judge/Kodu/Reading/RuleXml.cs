using Judge.Kodu.Model;

namespace Judge.Kodu.Reading;

/// <summary>Reads one rule. Its elements come in any order, and old files lack many of them.</summary>
internal sealed class RuleXml(XmlCursor xml, KoduLimits limits, StuffCount count)
{
    /// <summary>Sliders and choices, with the values that mean nothing was chosen.</summary>
    private static readonly Dictionary<string, string[]> AtStart = new()
    {
        ["MaterialType"] = ["4096", "-1"],
        ["WaterType"] = ["-1"],
        ["SetWaterTypeIndex"] = ["-1"],
        ["ParamInt"] = ["0"],
        ["ParamFloat"] = ["0"],
        ["ParamString"] = [],
        ["ReScale"] = ["1"],
        ["HoldDistance"] = ["1"],
        ["MaxHipoints"] = ["50"],
        ["MoveSpeedTileModifier"] = ["1"],
        ["TurnSpeedTileModifier"] = ["1"],
        ["MovementSpeedModifier"] = ["1"],
        ["TurningSpeedModifier"] = ["1"],
        ["WorldLightChangeIndex"] = ["0"],
        ["WorldSkyChangeIndex"] = ["0"],
    };

    private readonly List<string> _filters = [];
    private readonly List<string> _modifiers = [];
    private readonly SortedDictionary<string, string> _settings = new(StringComparer.Ordinal);
    private Rule _rule = new();

    public Rule Read()
    {
        XmlCursor.Refuse(++count.Rules > limits.Rules, "kodu.limit.rules", limits.Rules);
        xml.Children(Child);
        _rule = _rule with { Filters = _filters, Modifiers = _modifiers, Settings = _settings };
        count.Tiles += _rule.Tiles.Count();
        XmlCursor.Refuse(count.Tiles > limits.AllTiles, "kodu.limit.tiles", limits.AllTiles);

        // Tiles that were taken away leave their texts and choices behind; those mean nothing.
        if (!_rule.Filters.Contains("filter.terrain"))
        {
            _settings.Remove("MaterialType");
        }

        if (!_rule.Filters.Contains("filter.water"))
        {
            _settings.Remove("WaterType");
        }

        return _rule with
        {
            Say = _rule.Actuator is "actuator.say" or "actuator.microbit.say" ? _rule.Say : "",
            Heard = _rule.Filters.Contains("filter.said") ? _rule.Heard : "",
        };
    }

    private void Child()
    {
        switch (xml.Name)
        {
            case "sensorUpid":
                _rule = _rule with { Sensor = xml.Id() };
                break;
            case "selectorUpid":
                _rule = _rule with { Selector = xml.Id() };
                break;
            case "actuatorUpid":
                _rule = _rule with { Actuator = xml.Id() };
                break;
            case "filterUpids":
                xml.Children(() => Tile(_filters));
                break;
            case "modifierUpids":
                xml.Children(() => Tile(_modifiers));
                break;
            case "Indentation":
                var indent = Math.Max(0, xml.Whole());
                XmlCursor.Refuse(indent > limits.Indent, "kodu.limit.indent", limits.Indent);
                _rule = _rule with { Indent = indent };
                break;
            case "SayString":
                _rule = _rule with { Say = xml.Text() };
                break;
            case "SaidString":
                _rule = _rule with { Heard = xml.Text() };
                break;
            case var name when AtStart.TryGetValue(name, out var start):
                if (xml.Text().Trim() is { Length: > 0 } value && !start.Contains(value))
                {
                    _settings[name] = value;
                }

                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void Tile(List<string> tiles)
    {
        if (xml.Name != "upid")
        {
            xml.Skip();
        }
        else if (xml.Id() is { Length: > 0 } id)
        {
            XmlCursor.Refuse(tiles.Count == limits.Tiles, "kodu.limit.tiles", limits.Tiles);
            tiles.Add(id);
        }
    }
}
