using System.Text.Json.Nodes;
using Judge.Worlds.Trees;

namespace Judge.Tests.Worlds;

/// <summary>Programs as the vectors have them: short keys, each node with its block's number under "b".</summary>
internal static class TreeJson
{
    public static JsonObject Write(BlockProgram program) =>
        new()
        {
            ["mains"] = List(program.Mains.Select(Body)),
            ["procs"] = List(
                program.Procedures.Select(one => new JsonObject { ["params"] = one.Parameters.Count, ["body"] = Body(one.Body) })
            ),
            ["vars"] = program.Variables.Count,
        };

    private static JsonArray Body(IReadOnlyList<Statement> body) => List(body.Select(Write));

    private static JsonObject Write(Statement statement) =>
        statement switch
        {
            Act act => Node(Key(act.Kind), act.Block),
            Paint paint => Node("paint", paint.Block, ("colour", paint.Colour)),
            Wait wait => Node("wait", wait.Block, ("n", Write(wait.Ticks))),
            Say say => Node("say", say.Block, ("n", Write(say.Value))),
            Stop stop => Node("stop", stop.Block),
            Repeat repeat => Node("repeat", repeat.Block, ("n", Write(repeat.Times)), ("body", Body(repeat.Body))),
            Until until => Node("until", until.Block, ("c", Write(until.Condition)), ("body", Body(until.Body))),
            While during => Node("while", during.Block, ("c", Write(during.Condition)), ("body", Body(during.Body))),
            For counted => Node(
                "for",
                counted.Block,
                ("i", counted.Variable),
                ("from", Write(counted.From)),
                ("to", Write(counted.To)),
                ("body", Body(counted.Body))
            ),
            If { Else: { } other } choice => Node(
                "if",
                choice.Block,
                ("c", Write(choice.Condition)),
                ("then", Body(choice.Then)),
                ("else", Body(other))
            ),
            If choice => Node("if", choice.Block, ("c", Write(choice.Condition)), ("then", Body(choice.Then))),
            Set set => Node("set", set.Block, ("i", set.Variable), ("n", Write(set.Value))),
            Add add => Node("add", add.Block, ("i", add.Variable), ("n", Write(add.Value))),
            Call call => Node("call", call.Block, ("p", call.Procedure), ("args", List(call.Arguments.Select(Write)))),
            _ => throw new NotSupportedException(statement.GetType().Name),
        };

    private static JsonObject Write(Number number) =>
        number switch
        {
            Literal literal => Node("number", literal.Block, ("n", literal.Value)),
            Variable variable => Node("variable", variable.Block, ("i", variable.Index)),
            Parameter parameter => Node("parameter", parameter.Block, ("i", parameter.Index)),
            Arithmetic sum => Node("arithmetic", sum.Block, ("op", Key(sum.Kind)), ("left", Write(sum.Left)), ("right", Write(sum.Right))),
            Reading reading => Node(Key(reading.Kind), reading.Block),
            Distance distance => Node("distance", distance.Block, ("side", Key(distance.Side))),
            _ => throw new NotSupportedException(number.GetType().Name),
        };

    private static JsonObject Write(Condition condition) =>
        condition switch
        {
            Compare one => Node("compare", one.Block, ("op", Key(one.Kind)), ("left", Write(one.Left)), ("right", Write(one.Right))),
            And both => Node("and", both.Block, ("left", Write(both.Left)), ("right", Write(both.Right))),
            Or either => Node("or", either.Block, ("left", Write(either.Left)), ("right", Write(either.Right))),
            Not not => Node("not", not.Block, ("c", Write(not.Inner))),
            Fixed known => Node("boolean", known.Block, ("value", known.Value)),
            Look look => Node(Key(look.Kind), look.Block, ("side", Key(look.Side))),
            Here here => Node(Key(here.Kind), here.Block),
            Colour colour => Node("colour", colour.Block, ("colour", colour.Number)),
            _ => throw new NotSupportedException(condition.GetType().Name),
        };

    private static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static JsonObject Node(string key, int block, params (string Key, JsonNode Value)[] more)
    {
        var node = new JsonObject { ["k"] = key, ["b"] = block };
        foreach (var (name, value) in more)
        {
            node[name] = value;
        }

        return node;
    }

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
