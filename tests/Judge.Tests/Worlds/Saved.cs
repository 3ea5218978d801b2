using System.Text;
using System.Text.Json.Nodes;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Programs as the block editor saves them.</summary>
internal sealed class Saved
{
    private readonly BlockProgram _program;
    private Procedure? _inside;
    private int _id;

    private Saved(BlockProgram program) => _program = program;

    /// <summary>All tools there are, procedures may call themselves.</summary>
    public static Level Anything(int robots = 1) =>
        Somewhere.Level(new string('>', robots) + ".", win: "") with
        {
            Tools = [.. BlockTypes.Tools],
            Recursion = true,
        };

    public static JsonObject Json(BlockProgram program) => new Saved(program).Write();

    public static byte[] Bytes(BlockProgram program) => Encoding.UTF8.GetBytes(Json(program).ToJsonString());

    private JsonObject Write()
    {
        var hats = _program.Mains.Select((body, robot) => Under(Hat(robot), body)).ToList();
        hats.AddRange(_program.Procedures.Select(Write));
        var names = _program
            .Variables.Select(name => Named($"v_{name}", name, null))
            .Concat(_program.Procedures.Select(one => Named($"p_{one.Name}", one.Name, "procedure")))
            .Concat(_program.Procedures.SelectMany(one => one.Parameters).Distinct().Select(name => Named($"a_{name}", name, "parameter")));
        return new JsonObject
        {
            ["blocks"] = new JsonObject { ["languageVersion"] = 0, ["blocks"] = new JsonArray([.. hats]) },
            ["variables"] = new JsonArray([.. names]),
        };
    }

    private JsonObject Hat(int robot) =>
        _program.Mains.Count == 1
            ? Block("sc_start")
            : Block("sc_start_robot", ("ROBOT", robot.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private JsonObject Write(Procedure one)
    {
        _inside = one;
        List<(string, JsonNode)> fields = [("NAME", Id($"p_{one.Name}"))];
        fields.AddRange(one.Parameters.Select((name, at) => ($"PARAM{at + 1}", (JsonNode)Id($"a_{name}"))));
        var hat = Block($"sc_procedure{(one.Parameters.Count > 0 ? one.Parameters.Count : "")}", [.. fields]);
        return Holding(hat, ("DO", Stack(one.Body)));
    }

    private static JsonObject Under(JsonObject above, JsonObject? below)
    {
        if (below is not null)
        {
            above["next"] = new JsonObject { ["block"] = below };
        }

        return above;
    }

    private JsonObject Under(JsonObject hat, IReadOnlyList<Statement> body) => Under(hat, Stack(body));

    private JsonObject? Stack(IReadOnlyList<Statement> body)
    {
        JsonObject? below = null;
        foreach (var block in body.Select(Write).Reverse().ToList())
        {
            below = Under(block, below);
        }

        return below;
    }

    private JsonObject Write(Statement statement) =>
        statement switch
        {
            Act act => Block($"sc_{Key(act.Kind)}"),
            Paint paint => Block("sc_paint", ("COLOUR", Signs.Colours[paint.Colour])),
            Stop => Block("sc_stop"),
            Wait wait => Holding(Block("sc_wait"), ("N", Write(wait.Ticks))),
            Say say => Holding(Block("sc_say"), ("N", Write(say.Value))),
            Repeat repeat => Holding(Block("sc_repeat"), ("TIMES", Write(repeat.Times)), ("DO", Stack(repeat.Body))),
            Until until => Holding(Block("sc_until"), ("COND", Write(until.Condition)), ("DO", Stack(until.Body))),
            While during => Holding(Block("sc_while"), ("COND", Write(during.Condition)), ("DO", Stack(during.Body))),
            For one => Holding(
                Block("sc_for", ("VAR", Variable(one.Variable))),
                ("FROM", Write(one.From)),
                ("TO", Write(one.To)),
                ("DO", Stack(one.Body))
            ),
            If { Else: { } other } choice => Holding(
                Block("sc_if_else"),
                ("COND", Write(choice.Condition)),
                ("DO", Stack(choice.Then)),
                ("ELSE", Stack(other))
            ),
            If choice => Holding(Block("sc_if"), ("COND", Write(choice.Condition)), ("DO", Stack(choice.Then))),
            Set set => Holding(Block("sc_set", ("VAR", Variable(set.Variable))), ("VALUE", Write(set.Value))),
            Add add => Holding(Block("sc_add", ("VAR", Variable(add.Variable))), ("VALUE", Write(add.Value))),
            Call call => Holding(
                Block(
                    $"sc_call{(call.Arguments.Count > 0 ? call.Arguments.Count : "")}",
                    ("NAME", Id($"p_{_program.Procedures[call.Procedure].Name}"))
                ),
                [.. call.Arguments.Select((argument, at) => ($"ARG{at + 1}", (JsonObject?)Write(argument)))]
            ),
            _ => throw new NotSupportedException(statement.GetType().Name),
        };

    private JsonObject Write(Number number) =>
        number switch
        {
            Literal literal => Block("sc_number", ("NUM", literal.Value)),
            Variable variable => Block("sc_variable", ("VAR", Variable(variable.Index))),
            Parameter parameter => Block("sc_parameter", ("NAME", Id($"a_{_inside!.Parameters[parameter.Index]}"))),
            Arithmetic sum => Holding(Block("sc_arithmetic", ("OP", Key(sum.Kind))), ("A", Write(sum.Left)), ("B", Write(sum.Right))),
            Reading reading => Block($"sc_{Key(reading.Kind)}"),
            Distance distance => Block("sc_distance", ("SIDE", Key(distance.Side))),
            _ => throw new NotSupportedException(number.GetType().Name),
        };

    private JsonObject Write(Condition condition) =>
        condition switch
        {
            Compare one => Holding(Block("sc_compare", ("OP", Key(one.Kind))), ("A", Write(one.Left)), ("B", Write(one.Right))),
            And both => Holding(Block("sc_and"), ("A", Write(both.Left)), ("B", Write(both.Right))),
            Or either => Holding(Block("sc_or"), ("A", Write(either.Left)), ("B", Write(either.Right))),
            Not not => Holding(Block("sc_not"), ("A", Write(not.Inner))),
            Fixed known => Block("sc_boolean", ("VALUE", known.Value ? "true" : "false")),
            Look look => Block($"sc_{Key(look.Kind)}", ("SIDE", Key(look.Side))),
            Here here => Block($"sc_{Key(here.Kind)}"),
            Colour colour => Block("sc_colour", ("COLOUR", Signs.Colours[colour.Number])),
            _ => throw new NotSupportedException(condition.GetType().Name),
        };

    private JsonObject Block(string type, params (string Name, JsonNode Value)[] fields)
    {
        var block = new JsonObject { ["type"] = type, ["id"] = $"`{{{_id++}}}" };
        if (fields.Length > 0)
        {
            block["fields"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value)));
        }

        return block;
    }

    /// <summary>Numbers are shadows, as they are when nothing was dragged there.</summary>
    private static JsonObject Holding(JsonObject block, params (string Input, JsonObject? Inside)[] inputs)
    {
        var full = inputs.Where(input => input.Inside is not null).ToList();
        if (full.Count > 0)
        {
            block["inputs"] = new JsonObject(
                full.Select(input =>
                    KeyValuePair.Create(
                        input.Input,
                        (JsonNode?)new JsonObject { [(string)input.Inside!["type"]! == "sc_number" ? "shadow" : "block"] = input.Inside }
                    )
                )
            );
        }

        return block;
    }

    private JsonObject Variable(int index) => Id($"v_{_program.Variables[index]}");

    private static JsonObject Id(string id) => new() { ["id"] = id };

    private static JsonObject Named(string id, string name, string? type)
    {
        var named = new JsonObject { ["name"] = name, ["id"] = id };
        if (type is not null)
        {
            named["type"] = type;
        }

        return named;
    }

    private static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
