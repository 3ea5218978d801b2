using Judge.Kodu.Model;

namespace Judge.Kodu.Reading;

/// <summary>Counts what all levels of a file hold together, so that no limit is passed by spreading it over levels.</summary>
internal sealed class StuffCount
{
    public int Actors { get; set; }
    public int Rules { get; set; }
    public int Tiles { get; set; }
}

/// <summary>Reads a level's actors, programs and ways, whose root is <c>XmlLevelData</c>.</summary>
internal sealed class StuffXml(XmlCursor xml, KoduLimits limits, StuffCount count)
{
    private static readonly HashSet<string> Parameters =
    [
        "maxHitPoints",
        "blipDamage",
        "missileDamage",
        "movementSpeedModifier",
        "turningSpeedModifier",
        "nearByDistance",
        "farAwayDistance",
        "immobile",
        "invulnerable",
        "invisible",
        "ignored",
        "camouflaged",
        "mute",
        "maxCreated",
        "rescale",
        "heightOffset",
    ];

    private readonly List<Actor> _actors = [];
    private readonly List<Way> _ways = [];

    public (IReadOnlyList<Actor> Actors, IReadOnlyList<Way> Ways) Read()
    {
        xml.Root(
            "XmlLevelData",
            () =>
            {
                switch (xml.Name)
                {
                    case "waypoints":
                        xml.Children(InWaypoints);
                        break;
                    case "actor":
                        XmlCursor.Refuse(++count.Actors > limits.Actors, "kodu.limit.actors", limits.Actors);
                        _actors.Add(ReadActor());
                        break;
                    default:
                        xml.Skip();
                        break;
                }
            }
        );
        return (_actors, _ways);
    }

    /// <summary>A class of the game without its namespace and assembly: <c>Boku.FastBot, Boku, Version=…</c> is <c>FastBot</c>.</summary>
    public static string TypeName(string text)
    {
        var name = text.Trim();
        var end = name.IndexOfAny([',', ' ']);
        name = end < 0 ? name : name[..end];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private void InWaypoints()
    {
        if (xml.Name != "paths")
        {
            xml.Skip();
            return;
        }

        var (color, road, nodes, edges) = ("", "", new List<WayNode>(), new List<WayEdge>());
        xml.Children(() =>
        {
            switch (xml.Name)
            {
                case "nodes":
                    xml.Add(nodes, ReadNode());
                    break;
                case "edges":
                    xml.Add(edges, ReadEdge());
                    break;
                case "color":
                    color = xml.Text();
                    break;
                case "roadName":
                    road = TypeName(xml.Text());
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        xml.Add(_ways, new Way(color, road, nodes, edges));
    }

    private WayNode ReadNode()
    {
        var (at, height) = (default((double X, double Y, double Z)), 0.0);
        xml.Children(() =>
        {
            switch (xml.Name)
            {
                case "position":
                    at = Vector();
                    break;
                case "height":
                    height = xml.Number();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        return new WayNode(at.X, at.Y, height);
    }

    private WayEdge ReadEdge()
    {
        var values = new Dictionary<string, int>();
        xml.Children(() =>
        {
            if (xml.Name is "node0" or "node1" or "direction")
            {
                values[xml.Name] = xml.Whole();
            }
            else
            {
                xml.Skip();
            }
        });
        return new WayEdge(values.GetValueOrDefault("node0"), values.GetValueOrDefault("node1"), values.GetValueOrDefault("direction"));
    }

    private (double X, double Y, double Z) Vector()
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        xml.Children(() =>
        {
            switch (xml.Name)
            {
                case "X":
                    x = xml.Number();
                    break;
                case "Y":
                    y = xml.Number();
                    break;
                case "Z":
                    z = xml.Number();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        return (x, y, z);
    }

    private Actor ReadActor()
    {
        var (actor, parameters) = (new Actor { Type = "" }, new Dictionary<string, string>());
        xml.Children(() =>
        {
            switch (xml.Name)
            {
                case "position":
                    var (x, y, z) = Vector();
                    actor = actor with { X = x, Y = y, Z = z };
                    break;
                case "orientation":
                    actor = actor with { Orientation = xml.Number() };
                    break;
                case "color":
                    actor = actor with { Color = xml.Text() };
                    break;
                case "creatableId":
                    actor = actor with { CreatableId = Creatable(xml.Text()) };
                    break;
                case "creatableName":
                    actor = actor with { Name = xml.Text() };
                    break;
                case "typename":
                    actor = actor with { Type = TypeName(xml.Text()) };
                    break;
                case "brain":
                    actor = actor with { Pages = ReadBrain() };
                    break;
                case "parameters":
                    xml.Children(() => Parameter(parameters));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        return actor with { Parameters = parameters, IsMaster = parameters.Remove("creatable", out var master) && master == "true" };
    }

    private void Parameter(Dictionary<string, string> parameters)
    {
        if (Parameters.Contains(xml.Name) || xml.Name == "creatable")
        {
            parameters[xml.Name] = xml.Text();
        }
        else
        {
            xml.Skip();
        }
    }

    private static string? Creatable(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id.ToString() : null;

    /// <summary>Pages as they stand. The game starts on the first, whatever page the file calls active.</summary>
    private List<IReadOnlyList<Rule>> ReadBrain()
    {
        var pages = new List<IReadOnlyList<Rule>>();
        xml.Children(() => Within("tasks", () => Within("Task", ReadPage, whole: true)));
        return pages;

        void ReadPage()
        {
            XmlCursor.Refuse(pages.Count == limits.Pages, "kodu.limit.pages", limits.Pages);
            pages.Add(Rules());
        }
    }

    /// <summary>The cursor stands on a task.</summary>
    private List<Rule> Rules()
    {
        var rules = new List<Rule>();
        xml.Children(() =>
            Within("reflexes", () => Within("Reflex", () => rules.Add(new RuleXml(xml, limits, count).Read()), whole: true))
        );
        return rules;
    }

    /// <summary>Enters an element of that name, or hands it on whole; passes over any other.</summary>
    private void Within(string name, Action found, bool whole = false)
    {
        if (xml.Name != name)
        {
            xml.Skip();
        }
        else if (whole)
        {
            found();
        }
        else
        {
            xml.Children(found);
        }
    }
}
